"""What search finds of a mentor whose account is suspended or restored."""

from mentoring.models import Profile
from portal.accounts.models import User
from search.index.follow import follow as read_again
from search.index.write import forget


def follow(user: User) -> None:
    """Take a suspended person out of search at once; who is restored comes back soon."""
    for profile in Profile.objects.filter(user=user):
        if not user.is_active:
            forget({profile.key})
        read_again(profile)
