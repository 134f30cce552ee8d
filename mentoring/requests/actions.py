"""What is done with requests."""

from mentoring.models import Profile, Round


def close_open(
    *, mentor: Profile | None = None, mentee: Profile | None = None, of_round: Round | None = None
) -> None:
    """End every request that waits for an answer of a mentor, of a mentee or of a round.

    In the caller's transaction, which has locked the profile or the round. Whoever asked is told;
    nobody is told why a person pauses or left.
    """
