"""`manage.py move_files`: carries all files between the folders in `var/` and S3."""

from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from portal.media.moving import Kept, UnsoundError, carry, kept_files
from portal.media.stores import PrivateFolder, PublicFolder
from portal.personal.markers import FOLDER, marked_keys

STEP = 100  # files between two lines of progress


class Command(BaseCommand):
    help = (
        "Copy every file to S3 or to local folders, and check each; what is there already is not "
        "copied again, so a run that was stopped goes on where it stopped."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--to", choices=["s3", "local"], required=True)
        parser.add_argument("--dry-run", action="store_true", help="only check and count")
        parser.add_argument(
            "--delete",
            action="store_true",
            help="delete the files at the old place, once every one is checked at the new",
        )

    def handle(self, *, to: str, dry_run: bool, delete: bool, **options: Any) -> None:
        sources, targets = stores(to)
        files = [*kept_files(), *_erasures(sources["private"])]
        copied = self.carry_all(files, sources, targets, dry_run)
        verb = "would be copied" if dry_run else "copied"
        self.stdout.write(f"{len(files)} files are sound, {copied} of them {verb}")
        if delete and not dry_run:
            for kept in files:
                sources[kept.store].delete_now(kept.name)
            self.stdout.write(f"{len(files)} files deleted at the old place")

    def carry_all(self, files: list[Kept], sources: Any, targets: Any, is_trial: bool) -> int:
        """Return how many files were copied; raise CommandError if any is unsound."""
        copied = unsound = 0
        for number, kept in enumerate(files, start=1):
            try:
                copied += carry(kept, sources[kept.store], targets[kept.store], is_trial=is_trial)
            except UnsoundError as problem:
                unsound += 1
                self.stderr.write(f"{kept} {problem}")
            except OSError as error:
                raise CommandError(
                    f"stopped at {number} of {len(files)}, {kept}: {error}"
                ) from error
            if number % STEP == 0:
                self.stdout.write(f"{number} of {len(files)}")
        if unsound:
            raise CommandError(f"{unsound} of {len(files)} files are unsound; nothing was deleted")
        return copied


def _erasures(store: Any) -> Iterator[Kept]:
    """Yield what no row names: who was erased."""
    return (Kept("private", f"{FOLDER}/{key}", "") for key in marked_keys(store))


def stores(to: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the stores that files leave and those that they go to, by title."""
    if not settings.STORAGE_ENDPOINT_URL:
        raise CommandError("the STORAGE_ variables are missing, which name the S3 server")
    from portal.media.buckets import PrivateBucket, PublicBucket  # noqa: PLC0415, loads boto3

    folders = {"public": PublicFolder(), "private": PrivateFolder()}
    buckets = {"public": PublicBucket(), "private": PrivateBucket()}
    return (folders, buckets) if to == "s3" else (buckets, folders)
