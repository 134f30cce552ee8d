"""Give accounts a profile with one name, and messages from the portal."""

import django.db.models.deletion
import django.utils.timezone
import portal.terms.models
import portal.validators
from django.conf import settings
from django.db import migrations, models
from django.db.models import Value
from django.db.models.functions import Concat, Left, Trim


def join_names(apps, schema_editor):
    whole = Trim(Concat("first_name", Value(" "), "last_name"))
    apps.get_model("accounts", "User").objects.update(name=Left(whole, 150))


class Migration(migrations.Migration):
    # PostgreSQL alters no table in the transaction that wrote to it.
    atomic = False

    dependencies = [
        ('accounts', '0003_user_key'),
        ('terms', '0004_municipality_inhabitants'),
    ]

    operations = [
        migrations.AddField(
            model_name='user',
            name='municipality',
            field=models.ForeignKey(blank=True, limit_choices_to=portal.terms.models.source_terms, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='terms.municipality', verbose_name='municipality'),
        ),
        migrations.AddField(
            model_name='user',
            name='name',
            field=models.CharField(blank=True, help_text='As it should appear on a certificate.', max_length=150, validators=[portal.validators.one_line], verbose_name='name and surname'),
        ),
        migrations.AddField(
            model_name='user',
            name='organisation',
            field=models.CharField(blank=True, max_length=160, validators=[portal.validators.one_line], verbose_name='organisation'),
        ),
        migrations.AddField(
            model_name='user',
            name='organisation_kind',
            field=models.CharField(blank=True, choices=[('municipality', 'Municipality'), ('state_service', 'State service'), ('civil_society', 'Civil-society organisation'), ('other', 'Other')], max_length=20, verbose_name='kind of organisation'),
        ),
        migrations.AddField(
            model_name='user',
            name='position',
            field=models.CharField(blank=True, max_length=160, validators=[portal.validators.one_line], verbose_name='role at work'),
        ),
        migrations.AddField(
            model_name='user',
            name='sex',
            field=models.CharField(blank=True, choices=[('woman', 'Woman'), ('man', 'Man'), ('other', 'Other')], max_length=10, verbose_name='sex'),
        ),
        migrations.RunPython(join_names, migrations.RunPython.noop),
        migrations.RemoveField(
            model_name='user',
            name='first_name',
        ),
        migrations.RemoveField(
            model_name='user',
            name='last_name',
        ),
        migrations.CreateModel(
            name='Message',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('subject', models.CharField(max_length=200)),
                ('text', models.TextField()),
                ('link', models.CharField(blank=True, max_length=500)),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('read_at', models.DateTimeField(blank=True, null=True)),
                ('to', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='messages', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-created_at', '-pk'],
                'default_permissions': (),
                'indexes': [models.Index(condition=models.Q(('read_at', None)), fields=['to'], name='accounts_message_unread')],
            },
        ),
    ]
