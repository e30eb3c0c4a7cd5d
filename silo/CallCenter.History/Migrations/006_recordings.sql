-- Recorded conversations: how long the file is and who spoke when. The sound is a file in the data folder. A recording that is told of
-- twice (a process that died before it knew that it had) is the same both times; the newest counts.
CREATE TABLE recordings (
    project text NOT NULL,
    sequence bigint NOT NULL,
    call bigint NOT NULL,
    conversation integer NOT NULL,
    began_at timestamptz NOT NULL,
    duration_ms bigint NOT NULL,
    bytes bigint NOT NULL,
    silence_ms bigint NOT NULL,
    overlap_ms bigint NOT NULL,
    client_talk_ms bigint NOT NULL,
    client_first_word_ms bigint,
    client_longest_ms bigint NOT NULL,
    client_interruptions integer NOT NULL,
    client_spans jsonb NOT NULL, -- start, duration, start, duration … in milliseconds
    employee_talk_ms bigint NOT NULL,
    employee_first_word_ms bigint,
    employee_longest_ms bigint NOT NULL,
    employee_interruptions integer NOT NULL,
    employee_spans jsonb NOT NULL,
    PRIMARY KEY (project, sequence)
);
CREATE INDEX recordings_of_call ON recordings (project, call, conversation);
CREATE INDEX recordings_by_time ON recordings (project, began_at);

-- The file is gone, because the project keeps recordings no longer.
CREATE TABLE recording_deletions (
    project text NOT NULL,
    sequence bigint NOT NULL,
    call bigint NOT NULL,
    conversation integer NOT NULL,
    at timestamptz NOT NULL,
    PRIMARY KEY (project, sequence)
);
CREATE INDEX recording_deletions_of_call ON recording_deletions (project, call, conversation);

ALTER TABLE conversations ADD COLUMN recorded boolean NOT NULL DEFAULT false;

-- How the audio of legs went that came through us.
CREATE TABLE leg_quality (
    project text NOT NULL,
    sequence bigint NOT NULL,
    call bigint NOT NULL,
    leg integer NOT NULL,
    packets bigint NOT NULL,
    lost bigint NOT NULL,
    jitter_us bigint NOT NULL,
    round_trip_us bigint,
    score_hundredths integer,
    sent bigint NOT NULL,
    sent_lost bigint,
    sent_jitter_us bigint,
    sent_score_hundredths integer,
    PRIMARY KEY (project, sequence)
);
CREATE INDEX leg_quality_of_call ON leg_quality (project, call, leg);
