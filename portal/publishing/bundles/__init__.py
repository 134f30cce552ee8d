"""Publishing together: pages, terms and translations that go live at one moment, or not at all."""
