"""What is said to whoever gives feedback without an answer."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('mentoring', '0002_feedback_in_figures'),
    ]

    operations = [
        migrations.AlterConstraint(
            model_name='pairfeedback',
            name='mentoring_feedback_says_something',
            constraint=models.CheckConstraint(condition=models.Q(('is_recommended', None), ('is_regular', None), ('is_respectful', None), ('is_useful', None), ('words', ''), _negated=True), name='mentoring_feedback_says_something', violation_error_message='Give at least one answer.'),
        ),
    ]
