"""Who somebody is by their address and password."""

from allauth.account import auth_backends as allauth

from portal.accounts.models import User


class AuthenticationBackend(allauth.AuthenticationBackend):
    """Looks for an address in the same two places whether it is known or not.

    allauth asks the second one only when the first has nothing: a query that a stranger can time.
    """

    def _authenticate_by_email(self, email: str, password: str) -> User | None:
        email = email.lower()
        confirmed = [*User.objects.filter(emailaddress__email=email, emailaddress__verified=True)]
        # Accounts that were made on the command line have no other address.
        main = [*User.objects.filter(email=email)]
        for user in confirmed or main:
            if self._check_password(user, password):
                return user
        return None
