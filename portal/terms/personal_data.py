"""The shared terms are about places, subjects, skills and organisations."""

NOBODY = {
    "places, subjects, skills, groups of people and organisations": {
        "terms.Theme": "name slug",
        "terms.Need": "name slug",
        "terms.Skill": "name slug",
        "terms.ConsultationGroup": "name slug",
        "terms.Municipality": "name slug",
        "terms.Organisation": "name slug url logo_alt",
        "terms.FormerCode": "code",
    },
}
