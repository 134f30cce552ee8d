"""The two stores as buckets of an S3 server; boto3 is loaded only where they are used.

Nothing here waits long: a connection takes 3 seconds at most, an answer 10, each is tried twice,
and a store that failed is left alone for a moment, so that requests do not queue up behind it.
"""

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http import HTTPStatus
from threading import local
from time import monotonic
from typing import Any
from urllib.parse import urlsplit

from boto3.exceptions import Boto3Error
from boto3.s3.transfer import TransferConfig
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError
from django.conf import settings
from django.core.files import File
from django.core.files.base import ContentFile
from django.utils.encoding import filepath_to_uri
from storages.backends.s3 import S3File, S3Storage
from storages.utils import clean_name
from urllib3.exceptions import HTTPError

from portal.media.stores import NO_ADDRESS, Store, StoreError

logger = logging.getLogger(__name__)

REST = 15  # seconds
CACHED = 3600  # seconds; so long may a browser show what was taken down
IN_MEMORY = 2_500_000  # bytes of a file that is read
WHOLE = 100_000_000  # bytes; smaller files, that is all, are sent in one request: all or nothing
CLIENT = Config(
    connect_timeout=3,
    read_timeout=10,
    retries={"mode": "standard", "total_max_attempts": 2},
    signature_version="s3v4",
    s3={"addressing_style": "path"},
    # Servers other than Amazon's do not know its newer checksums.
    request_checksum_calculation="when_required",
    response_checksum_validation="when_required",
)
TRANSFER = TransferConfig(use_threads=False, multipart_threshold=WHOLE, num_download_attempts=2)
_connections = local()
# Python's own table lacks them on a bare machine.
PICTURE_TYPES = {"avif": "image/avif", "webp": "image/webp"}


def region(endpoint: str) -> str:
    """Return the region that signatures name: the one in the server's host name, if it says one."""
    match = re.match(r"s3[.-]([a-z0-9-]+)\.", urlsplit(endpoint).hostname or "")
    return match[1] if match else "us-east-1"


class BucketFile(S3File):
    """A file of a bucket, read as a whole when it is opened."""

    def _get_file(self) -> Any:
        with self._storage.asked():
            return super()._get_file()

    file = property(_get_file, S3File._set_file)


class Bucket(Store, S3Storage):
    """A store in a bucket. Secrets are read from the settings and are no part of any task."""

    bucket_setting: str
    rests_until = 0.0

    @property
    def connection(self) -> Any:
        """The thread's connection to the server: making one takes longer than using it."""
        known = vars(_connections)
        key = f"{self.access_key} {self.secret_key} {self.endpoint_url}"
        if key not in known:
            known[key] = self._create_session().resource(
                "s3",
                region_name=self.region_name,
                endpoint_url=self.endpoint_url,
                config=self.client_config,
            )
        return known[key]

    def get_default_settings(self) -> dict[str, Any]:
        return {
            **super().get_default_settings(),
            "access_key": settings.STORAGE_ACCESS_KEY,
            "secret_key": settings.STORAGE_SECRET_KEY,
            "security_token": None,
            "session_profile": None,
            "bucket_name": getattr(settings, self.bucket_setting),
            "endpoint_url": settings.STORAGE_ENDPOINT_URL,
            "region_name": region(settings.STORAGE_ENDPOINT_URL),
            "client_config": CLIENT,
            "transfer_config": TRANSFER,
            "default_acl": None,
            "file_overwrite": False,
            "max_memory_size": IN_MEMORY,
        }

    @property
    def rests(self) -> bool:  # type: ignore[override]
        return monotonic() < self.rests_until

    @contextmanager
    def asked(self) -> Iterator[None]:
        """Raise StoreError for what the client raises, or FileNotFoundError for no such file."""
        if self.rests:
            raise StoreError(f"the {self.title} store failed a moment ago")
        try:
            yield
        except ClientError as error:
            if _status(error) == HTTPStatus.NOT_FOUND and self._has_bucket():
                raise FileNotFoundError(f"no such file in the {self.title} store") from None
            is_missing = _status(error) == HTTPStatus.NOT_FOUND
            reason = "no such bucket" if is_missing else error.response["Error"]["Code"]
            raise self._failed(reason, _status(error)) from error
        except (BotoCoreError, Boto3Error, HTTPError) as error:
            raise self._failed(type(error).__name__) from error

    def _has_bucket(self) -> bool:
        try:
            self.connection.meta.client.head_bucket(Bucket=self.bucket_name)
        except ClientError as error:
            return _status(error) != HTTPStatus.NOT_FOUND
        except BotoCoreError:
            return False
        return True

    def _failed(self, reason: str, status: int = 0) -> StoreError:
        """Return the error to raise; let the store rest unless only this request was at fault."""
        if status != HTTPStatus.BAD_REQUEST:
            self.rests_until = monotonic() + REST
        where = f"bucket {self.bucket_name} at {self.endpoint_url}"
        logger.error("The %s store (%s) failed: %s", self.title, where, reason)
        return StoreError(f"the {self.title} store failed: {reason}")

    def _open(self, name: str, mode: str = "rb") -> File:
        with self.asked():
            file = BucketFile(self._normalize_name(clean_name(name)), mode, self)
            file.file  # noqa: B018, fetched now, so that no answer breaks off half way
            return file

    def _save(self, name: str, content: File) -> str:
        with self.asked():
            return super()._save(name, content)

    def delete_now(self, name: str) -> None:
        with suppress(FileNotFoundError), self.asked():
            self.bucket.Object(self._normalize_name(clean_name(name))).delete()

    def put(self, name: str, data: bytes) -> None:
        self._save(name, ContentFile(data))

    def exists(self, name: str) -> bool:
        """Whether the file is there; a missing bucket is an error."""
        try:
            self.size(name)
        except FileNotFoundError:
            return False
        return True

    def size(self, name: str) -> int:
        with self.asked():
            return self.bucket.Object(self._normalize_name(clean_name(name))).content_length

    def listdir(self, name: str) -> tuple[list[str], list[str]]:
        with self.asked():
            return super().listdir(name)

    def get_object_parameters(self, name: str) -> dict[str, Any]:
        kind = PICTURE_TYPES.get(name.rpartition(".")[2].lower())
        return {"ContentType": kind} if kind else {}


class PublicBucket(Bucket):
    """What visitors may have. The bucket's policy, not each file, lets everybody read it."""

    title = "public"
    bucket_setting = "STORAGE_BUCKET_PUBLIC"

    def url(self, name: str | None, *args: Any, **kwargs: Any) -> str:
        """Return the address, without asking boto3: a page has many pictures."""
        path = filepath_to_uri(self._normalize_name(clean_name(name)))
        return f"{self.endpoint_url}/{self.bucket_name}/{path}"

    def get_object_parameters(self, name: str) -> dict[str, Any]:
        cached = f"public, max-age={CACHED}"
        return {**super().get_object_parameters(name), "CacheControl": cached}


class PrivateBucket(Bucket):
    """Everything else. Files are handed on by views that ask who wants them, never by address."""

    title = "private"
    bucket_setting = "STORAGE_BUCKET_PRIVATE"

    def url(self, name: str | None, *args: Any, **kwargs: Any) -> str:
        return f"{NO_ADDRESS}{name}"


def _status(error: ClientError) -> int:
    return error.response["ResponseMetadata"]["HTTPStatusCode"]
