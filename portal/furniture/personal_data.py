"""What stands around every page is about the organisation and about helplines."""

NOBODY = {
    "the organisation's own name, words and addresses": {
        "furniture.Furniture": "name tagline leave_url neutral_title contact_email address "
        "funding_statement footer_links alerts",
    },
    "services that help, not those who work there": {"furniture.Furniture": "helplines"},
}
