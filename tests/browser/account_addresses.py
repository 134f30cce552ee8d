"""The pages of accounts, for visitors and for those who are signed in."""

from tests.browser.address import Address
from tests.browser.content import CERTIFICATE, TOKEN

FOR_VISITORS = {
    "sign in": Address("account/login.html", "llogaria/hyrja/", "account/sign-in/"),
    "sign up, closed": Address(
        "account/signup_closed.html", "llogaria/regjistrimi/", "account/sign-up/"
    ),
    "sign up, sent": Address(
        "account/signup_sent.html", "llogaria/regjistrimi/u-dergua/", "account/sign-up/sent/"
    ),
    "invitation": Address(
        "account/invitation.html", f"llogaria/ftesa/{TOKEN}/", f"account/invitation/{TOKEN}/"
    ),
    "invitation, unknown": Address(
        "account/invitation_gone.html", "llogaria/ftesa/x/", "account/invitation/x/", 404
    ),
    "suspended": Address(
        "account/account_inactive.html", "llogaria/pezullimi/", "account/suspended/"
    ),
    "confirm an address, old link": Address(
        "account/email_confirm.html", "llogaria/e-maili/x/", "account/e-mail/x/"
    ),
    "confirm an address, sent": Address(
        "account/verification_sent.html", "llogaria/e-maili/u-dergua/", "account/e-mail/sent/"
    ),
    "new password": Address(
        "account/password_reset.html", "llogaria/fjalekalimi/i-ri/", "account/password/new/"
    ),
    "new password, sent": Address(
        "account/password_reset_done.html",
        "llogaria/fjalekalimi/i-ri/u-dergua/",
        "account/password/new/sent/",
    ),
    "new password, old link": Address(
        "account/password_reset_from_key.html",
        "llogaria/fjalekalimi/i-ri/1-x/",
        "account/password/new/1-x/",
    ),
    "new password, saved": Address(
        "account/password_reset_from_key_done.html",
        "llogaria/fjalekalimi/i-ri/u-ruajt/",
        "account/password/new/done/",
    ),
    "certificate, which?": Address("certificates/check.html", "certifikata/", "certificate/"),
    "certificate, unknown": Address(
        "certificates/check.html", "certifikata/x/", "certificate/x/", 404
    ),
    "certificate, nothing typed": Address(
        "certificates/check.html", "certifikata/?code=", "certificate/?code="
    ),
    "certificate": Address(
        "certificates/check.html", f"certifikata/{CERTIFICATE}/", f"certificate/{CERTIFICATE}/"
    ),
    "erased": Address(
        "personal/erased.html", "llogaria/te-dhenat-e-mia/u-fshi/", "account/my-data/erased/"
    ),
}
# By the name of their address, in the order in which `test_accounts.py` comes by.
SIGNED_IN = {
    "my_page": "account/my_page.html",
    "profile": "account/profile.html",
    "my_messages": "account/messages.html",
    "account_email": "account/email.html",
    "mail_choices": "account/mails.html",
    "account_change_password": "account/password_change.html",
    "usersessions_list": "usersessions/usersession_list.html",
    "account_logout": "account/logout.html",
    "my_data": "personal/my_data.html",
    "mfa_index": "mfa/index.html",
}
SECOND_STEP = {
    "account_reauthenticate": "account/reauthenticate.html",
    "mfa_activate_totp": "mfa/totp/activate_form.html",
    "mfa_view_recovery_codes": "mfa/recovery_codes/index.html",
    "mfa_authenticate": "mfa/authenticate.html",
    "mfa_reauthenticate": "mfa/reauthenticate.html",
    "mfa_generate_recovery_codes": "mfa/recovery_codes/generate.html",
    "mfa_deactivate_totp": "mfa/totp/deactivate_form.html",
}
PASSKEYS = {
    "mfa_add_webauthn": "mfa/webauthn/add_form.html",
    "mfa_edit_webauthn": "mfa/webauthn/edit_form.html",
    "mfa_remove_webauthn": "mfa/webauthn/authenticator_confirm_delete.html",
    "mfa_reauthenticate_webauthn": "mfa/webauthn/reauthenticate.html",
}
# Seen in `test_joining.py`.
JOINING = {"account_signup": "account/signup.html", "my_message": "account/message.html"}
# `test_my_data.py` looks at them: they ask for the password first.
LEAVING = {"my_data_erase": "personal/erase.html", "my_data_file": "personal/export.html"}
# `test_certificates.py` looks at them.
CERTIFICATES = {
    "my_certificate": "certificates/mine.html",
    "withdraw_certificate": "certificates/withdraw.html",
}
