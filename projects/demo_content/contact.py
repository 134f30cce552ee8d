"""How readers reach us about any project."""

from portal.demo.words import T

CONTACT = T(
    "<p>Keni një pyetje për këtë projekt? Si mund të na shkruani, e gjeni te faqja "
    '<a linktype="page" id="{about}">Rreth nesh</a>.</p>',
    "<p>Do you have a question about this project? How to write to us is on the page "
    '<a linktype="page" id="{about}">About us</a>.</p>',
)
