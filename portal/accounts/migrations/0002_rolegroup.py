import django.db.models.deletion
from django.db import migrations, models

# What the groups were called when their names were their keys.
NAMES = {
    "editor": "Redaktorë",
    "translator": "Përkthyes",
    "moderator": "Moderatorë",
    "coordinator": "Koordinatorë",
    "trainer": "Trajnerë",
    "focal_point": "Pika fokale të bashkive",
}


def give_groups_their_role(apps, schema_editor):
    role_groups = apps.get_model("accounts", "RoleGroup").objects
    groups = apps.get_model("auth", "Group").objects
    for role, name in NAMES.items():
        group = groups.filter(name=name).first()
        if group:
            role_groups.create(role=role, group=group)


def remove_wagtails_groups(apps, schema_editor):
    """Remove groups and a workflow that Wagtail brings, which give rights that no role has."""
    apps.get_model("auth", "Group").objects.filter(name__in=["Editors", "Moderators"]).delete()
    apps.get_model("wagtailcore", "Workflow").objects.filter(name="Moderators approval").delete()
    tasks = apps.get_model("wagtailcore", "Task").objects
    tasks.filter(name="Moderators approval", workflow_tasks=None).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_initial"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("wagtailadmin", "0006_formstate"),
        ("wagtailcore", "0098_apitoken"),
        ("wagtaildocs", "0014_alter_document_file_size"),
        ("wagtailimages", "0027_image_description"),
    ]

    operations = [
        migrations.CreateModel(
            name="RoleGroup",
            fields=[
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("editor", "Editors"),
                            ("translator", "Translators"),
                            ("moderator", "Moderators"),
                            ("coordinator", "Coordinators"),
                            ("trainer", "Trainers"),
                            ("focal_point", "Focal points of municipalities"),
                        ],
                        max_length=30,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                (
                    "group",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, to="auth.group"
                    ),
                ),
            ],
        ),
        migrations.RunPython(give_groups_their_role, migrations.RunPython.noop),
        migrations.RunPython(remove_wagtails_groups, migrations.RunPython.noop),
    ]
