"""The study, integration models, resources and the glossary."""
