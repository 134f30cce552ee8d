"""What is counted together stands under keyed hashes, and is deleted when it is past."""

NOBODY = {
    "keyed hashes of who did something, and how often; gone within thirty days": {
        "limits.Count": "digest",
        "limits.CacheRow": "cache_key value",
    },
}
