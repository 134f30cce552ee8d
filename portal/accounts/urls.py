"""The addresses of accounts: allauth's views under names that it knows, said in both languages.

Wagtail's two forms that ask for a password alone are led here (`portal.urls`).
"""

from allauth.account import views as account
from allauth.mfa.base import views as factors
from allauth.mfa.recovery_codes import views as recovery_codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as passkeys
from allauth.usersessions import views as sessions
from django.urls import path, re_path
from django.utils.translation import gettext_lazy as _
from django.views.generic import RedirectView

from portal.accounts import joining, views
from portal.mail import views as mails

urlpatterns = [
    path(_("sign-in/"), account.login, name="account_login"),
    path(_("sign-in/code/"), factors.authenticate, name="mfa_authenticate"),
    path(_("sign-in/passkey/"), passkeys.login_webauthn, name="mfa_login_webauthn"),
    path(_("sign-out/"), account.logout, name="account_logout"),
    path(_("sign-up/"), joining.sign_up, name="account_signup"),
    path(_("sign-up/sent/"), joining.sent, name="sign_up_sent"),
    path(_("invitation/<str:token>/"), joining.invitation, name="invitation"),
    path(_("suspended/"), account.account_inactive, name="account_inactive"),
    path(_("confirm/"), account.reauthenticate, name="account_reauthenticate"),
    path(_("confirm/code/"), factors.reauthenticate, name="mfa_reauthenticate"),
    path(
        _("confirm/passkey/"),
        passkeys.reauthenticate_webauthn,
        name="mfa_reauthenticate_webauthn",
    ),
    path(_("profile/"), views.profile, name="profile"),
    path(_("e-mail/"), views.addresses, name="account_email"),
    path(
        _("e-mail/sent/"), account.email_verification_sent, name="account_email_verification_sent"
    ),
    path(_("e-mail/<str:key>/"), account.confirm_email, name="account_confirm_email"),
    path(_("mails/"), mails.choices, name="mail_choices"),
    path(_("password/"), account.password_change, name="account_change_password"),
    path(
        _("password/first/"),
        account.PasswordSetView.as_view(template_name="account/password_change.html"),
        name="account_set_password",
    ),
    path(_("password/new/"), account.password_reset, name="account_reset_password"),
    path(_("password/new/sent/"), account.password_reset_done, name="account_reset_password_done"),
    path(
        _("password/new/done/"),
        account.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    re_path(
        _(r"^password/new/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$"),
        account.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path(_("second-step/"), factors.index, name="mfa_index"),
    path(_("second-step/app/"), totp.activate_totp, name="mfa_activate_totp"),
    path(_("second-step/app/remove/"), totp.deactivate_totp, name="mfa_deactivate_totp"),
    # Passkeys are listed with the rest of the second step.
    path(
        _("second-step/passkeys/"),
        RedirectView.as_view(pattern_name="mfa_index"),
        name="mfa_list_webauthn",
    ),
    path(_("second-step/passkeys/new/"), passkeys.add_webauthn, name="mfa_add_webauthn"),
    path(
        _("second-step/passkeys/<int:pk>/name/"), passkeys.edit_webauthn, name="mfa_edit_webauthn"
    ),
    path(
        _("second-step/passkeys/<int:pk>/remove/"),
        passkeys.remove_webauthn,
        name="mfa_remove_webauthn",
    ),
    path(
        _("second-step/recovery-codes/"),
        recovery_codes.view_recovery_codes,
        name="mfa_view_recovery_codes",
    ),
    path(
        _("second-step/recovery-codes/new/"),
        recovery_codes.generate_recovery_codes,
        name="mfa_generate_recovery_codes",
    ),
    path(
        _("second-step/recovery-codes/file/"),
        recovery_codes.download_recovery_codes,
        name="mfa_download_recovery_codes",
    ),
    path(_("sessions/"), sessions.list_usersessions, name="usersessions_list"),
]
