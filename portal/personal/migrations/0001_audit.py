"""The audit trail, and the triggers that keep it as it was written."""

import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models

from portal.personal.append_only import HoldAppendOnly


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Event',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), verbose_name='time')),
                ('action', models.CharField(max_length=40, verbose_name='action')),
                ('of_model', models.CharField(blank=True, max_length=100, verbose_name='kind of record')),
                ('of_id', models.CharField(blank=True, max_length=40, verbose_name='number of the record')),
                ('facts', models.JSONField(default=dict, verbose_name='details')),
                ('about', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='person concerned')),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL, verbose_name='done by')),
            ],
            options={
                'verbose_name': 'event',
                'verbose_name_plural': 'events',
                'ordering': ['-at', '-pk'],
                'default_permissions': ('view',),
                'indexes': [models.Index(fields=['-at', '-id'], name='personal_event_newest')],
            },
        ),
        HoldAppendOnly("Event", may_become_null=["by", "about"], time="at", kept_days=730),
    ]
