"""The mails that left and the gallery of all kinds, in development."""

from django.urls import path

from portal.mail import views

urlpatterns = [
    path("", views.gallery, name="mail_gallery"),
    path("examples/<str:key>/<str:code>/", views.example_html, name="mail_example_html"),
    path("sent/<str:name>/", views.sent_html, name="mail_sent_html"),
]
