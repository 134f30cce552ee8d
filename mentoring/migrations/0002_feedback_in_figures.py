"""Feedback is counted with the other figures of the programme."""

from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('mentoring', '0001_initial'),
    ]

    operations = [
        migrations.DeleteModel(
            name='FeedbackFigures',
        ),
    ]
