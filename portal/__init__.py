"""The ground floor: settings, addresses and what every page shares."""
