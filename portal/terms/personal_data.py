"""The shared terms are about places, subjects and organisations."""

NOBODY = {
    "places, subjects, groups of people and organisations": {
        "terms.Theme": "name slug",
        "terms.Need": "name slug",
        "terms.ConsultationGroup": "name slug",
        "terms.Municipality": "name slug",
        "terms.Organisation": "name slug url logo_alt",
    },
}
