"""What somebody who is signed in does in a programme: joins, goes through lessons, writes."""
