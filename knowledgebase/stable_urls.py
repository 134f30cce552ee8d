"""Addresses outside every language, which survive moves and new titles."""

from django.urls import path

from knowledgebase import views

urlpatterns = [path("<uuid:key>/", views.stable, name="stable")]
