"""Give every account a key that is nobody else's, ever."""

import uuid

from django.db import migrations, models


def give_keys(apps, schema_editor):
    User = apps.get_model("accounts", "User")
    for user in User.objects.only("pk").iterator():
        User.objects.filter(pk=user.pk).update(key=uuid.uuid4())


class Migration(migrations.Migration):
    # PostgreSQL alters no table in the transaction that wrote to it.
    atomic = False

    dependencies = [("accounts", "0002_rolegroup")]

    operations = [
        migrations.AddField("user", "key", models.UUIDField(default=uuid.uuid4, editable=False, null=True)),
        migrations.RunPython(give_keys, migrations.RunPython.noop),
        migrations.AlterField(
            "user", "key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)
        ),
    ]
