-- What Orleans keeps outside of its processes: who is in the cluster, the state of durable grains, and reminders. Its providers read their
-- statements from the table orleansquery and rely on the names of parameters and result columns only; the statements are ours. They have
-- this schema alone in their search path. Where the history alone was lost and is made again, what is here stays.
CREATE SCHEMA IF NOT EXISTS orleans;

CREATE TABLE IF NOT EXISTS orleans.orleansquery (querykey text PRIMARY KEY, querytext text NOT NULL);

-- Membership. A change is made by whoever knows the newest version, and makes the next one: all of it or nothing.
CREATE TABLE IF NOT EXISTS orleans.membership_version (
    deployment text PRIMARY KEY,
    version integer NOT NULL DEFAULT 0,
    changed_at timestamptz NOT NULL DEFAULT now());

CREATE TABLE IF NOT EXISTS orleans.membership (
    deployment text NOT NULL REFERENCES orleans.membership_version,
    address text NOT NULL,
    port integer NOT NULL,
    generation integer NOT NULL,
    silo_name text NOT NULL,
    host_name text NOT NULL,
    status integer NOT NULL,
    proxy_port integer,
    suspect_times text,
    started_at timestamptz NOT NULL,
    alive_at timestamptz NOT NULL,
    PRIMARY KEY (deployment, address, port, generation));

INSERT INTO orleans.orleansquery VALUES
('InsertMembershipVersionKey', $$
    WITH made AS (INSERT INTO membership_version (deployment) VALUES (@DeploymentId) ON CONFLICT DO NOTHING RETURNING 1)
    SELECT count(*)::integer FROM made
$$),
('InsertMembershipKey', $$
    WITH next AS (
        UPDATE membership_version AS v SET version = version + 1, changed_at = now()
        WHERE v.deployment = @DeploymentId AND v.version = @Version AND NOT EXISTS (
            SELECT FROM membership AS m
            WHERE m.deployment = v.deployment AND m.address = @Address AND m.port = @Port AND m.generation = @Generation)
        RETURNING v.deployment),
    made AS (
        INSERT INTO membership
            (deployment, address, port, generation, silo_name, host_name, status, proxy_port, started_at, alive_at)
        SELECT deployment, @Address, @Port, @Generation, @SiloName, @HostName, @Status, @ProxyPort, @StartTime, @IAmAliveTime FROM next
        RETURNING 1)
    SELECT count(*)::integer FROM made
$$),
('UpdateMembershipKey', $$
    WITH next AS (
        UPDATE membership_version AS v SET version = version + 1, changed_at = now()
        WHERE v.deployment = @DeploymentId AND v.version = @Version AND EXISTS (
            SELECT FROM membership AS m
            WHERE m.deployment = v.deployment AND m.address = @Address AND m.port = @Port AND m.generation = @Generation)
        RETURNING v.deployment),
    changed AS (
        UPDATE membership AS m SET status = @Status, suspect_times = @SuspectTimes, alive_at = @IAmAliveTime FROM next
        WHERE m.deployment = next.deployment AND m.address = @Address AND m.port = @Port AND m.generation = @Generation
        RETURNING 1)
    SELECT count(*)::integer FROM changed
$$),
('UpdateIAmAlivetimeKey', $$
    UPDATE membership SET alive_at = @IAmAliveTime
    WHERE deployment = @DeploymentId AND address = @Address AND port = @Port AND generation = @Generation
$$),
('MembershipReadRowKey', $$
    SELECT v.deployment AS DeploymentId, m.address AS Address, m.port AS Port, m.generation AS Generation, m.silo_name AS SiloName,
        m.host_name AS HostName, m.status AS Status, m.proxy_port AS ProxyPort, m.suspect_times AS SuspectTimes,
        m.started_at AS StartTime, m.alive_at AS IAmAliveTime, v.version AS Version
    FROM membership_version AS v LEFT JOIN membership AS m
        ON m.deployment = v.deployment AND m.address = @Address AND m.port = @Port AND m.generation = @Generation
    WHERE v.deployment = @DeploymentId
$$),
('MembershipReadAllKey', $$
    SELECT v.deployment AS DeploymentId, m.address AS Address, m.port AS Port, m.generation AS Generation, m.silo_name AS SiloName,
        m.host_name AS HostName, m.status AS Status, m.proxy_port AS ProxyPort, m.suspect_times AS SuspectTimes,
        m.started_at AS StartTime, m.alive_at AS IAmAliveTime, v.version AS Version
    FROM membership_version AS v LEFT JOIN membership AS m ON m.deployment = v.deployment
    WHERE v.deployment = @DeploymentId
$$),
('GatewaysQueryKey', $$
    SELECT address AS Address, proxy_port AS ProxyPort, generation AS Generation FROM membership
    WHERE deployment = @DeploymentId AND status = @Status AND proxy_port > 0
$$),
('DeleteMembershipTableEntriesKey', $$
    WITH members AS (DELETE FROM membership WHERE deployment = @DeploymentId)
    DELETE FROM membership_version WHERE deployment = @DeploymentId
$$),
-- 3 is a silo that works: one that is dead leaves the table, one that only looks so does not.
('CleanupDefunctSiloEntriesKey', $$
    DELETE FROM membership WHERE deployment = @DeploymentId AND alive_at < @IAmAliveTime AND status <> 3
$$)
ON CONFLICT (querykey) DO UPDATE SET querytext = excluded.querytext;

-- The state of durable grains. Whoever writes names the version that he read, and gets it back unchanged when there is another one by now.
CREATE TABLE IF NOT EXISTS orleans.grain_state (
    service text NOT NULL,
    grain_type text NOT NULL,
    key_high bigint NOT NULL,
    key_low bigint NOT NULL,
    key_text text,
    payload bytea,
    version integer NOT NULL DEFAULT 1,
    changed_at timestamptz NOT NULL DEFAULT now());
CREATE UNIQUE INDEX IF NOT EXISTS grain_state_key ON orleans.grain_state (service, grain_type, key_high, key_low, coalesce(key_text, ''));

INSERT INTO orleans.orleansquery VALUES
('WriteToStorageKey', $$
    WITH changed AS (
        UPDATE grain_state SET payload = @PayloadBinary, version = version + 1, changed_at = now()
        WHERE service = @ServiceId AND grain_type = @GrainTypeString AND key_high = @GrainIdN0 AND key_low = @GrainIdN1
            AND coalesce(key_text, '') = coalesce(@GrainIdExtensionString::text, '') AND version = @GrainStateVersion::integer
        RETURNING version),
    made AS (
        INSERT INTO grain_state (service, grain_type, key_high, key_low, key_text, payload)
        SELECT @ServiceId, @GrainTypeString, @GrainIdN0, @GrainIdN1, @GrainIdExtensionString::text, @PayloadBinary
        WHERE @GrainStateVersion::integer IS NULL
        ON CONFLICT DO NOTHING
        RETURNING version)
    SELECT coalesce((SELECT version FROM changed), (SELECT version FROM made), @GrainStateVersion::integer) AS NewGrainStateVersion
$$),
('ReadFromStorageKey', $$
    SELECT payload AS PayloadBinary, now() AT TIME ZONE 'utc', version AS Version FROM grain_state
    WHERE service = @ServiceId AND grain_type = @GrainTypeString AND key_high = @GrainIdN0 AND key_low = @GrainIdN1
        AND coalesce(key_text, '') = coalesce(@GrainIdExtensionString::text, '')
$$),
('ClearStorageKey', $$
    UPDATE grain_state SET payload = NULL, version = version + 1, changed_at = now()
    WHERE service = @ServiceId AND grain_type = @GrainTypeString AND key_high = @GrainIdN0 AND key_low = @GrainIdN1
        AND coalesce(key_text, '') = coalesce(@GrainIdExtensionString::text, '') AND version = @GrainStateVersion::integer
    RETURNING version AS NewGrainStateVersion
$$),
('DeleteStorageKey', $$
    DELETE FROM grain_state
    WHERE service = @ServiceId AND grain_type = @GrainTypeString AND key_high = @GrainIdN0 AND key_low = @GrainIdN1
        AND coalesce(key_text, '') = coalesce(@GrainIdExtensionString::text, '') AND version = @GrainStateVersion::integer
    RETURNING version + 1 AS NewGrainStateVersion
$$)
ON CONFLICT (querykey) DO UPDATE SET querytext = excluded.querytext;

-- Reminders. A silo reads those whose hash lies in its part of the ring; the part that goes over its end is the second range.
CREATE TABLE IF NOT EXISTS orleans.reminders (
    service text NOT NULL,
    grain text NOT NULL,
    name text NOT NULL,
    starts_at timestamptz NOT NULL,
    period_ms bigint NOT NULL,
    hash integer NOT NULL,
    version integer NOT NULL DEFAULT 0,
    PRIMARY KEY (service, grain, name));
CREATE INDEX IF NOT EXISTS reminders_hash ON orleans.reminders (service, hash);

INSERT INTO orleans.orleansquery VALUES
('UpsertReminderRowKey', $$
    INSERT INTO reminders AS r (service, grain, name, starts_at, period_ms, hash)
    VALUES (@ServiceId, @GrainId, @ReminderName, @StartTime, @Period, @GrainHash)
    ON CONFLICT (service, grain, name) DO UPDATE
        SET starts_at = excluded.starts_at, period_ms = excluded.period_ms, hash = excluded.hash, version = r.version + 1
    RETURNING version AS Version
$$),
('ReadReminderRowsKey', $$
    SELECT grain AS GrainId, name AS ReminderName, starts_at AS StartTime, period_ms AS Period, version AS Version FROM reminders
    WHERE service = @ServiceId AND grain = @GrainId
$$),
('ReadReminderRowKey', $$
    SELECT grain AS GrainId, name AS ReminderName, starts_at AS StartTime, period_ms AS Period, version AS Version FROM reminders
    WHERE service = @ServiceId AND grain = @GrainId AND name = @ReminderName
$$),
('ReadRangeRows1Key', $$
    SELECT grain AS GrainId, name AS ReminderName, starts_at AS StartTime, period_ms AS Period, version AS Version FROM reminders
    WHERE service = @ServiceId AND hash > @BeginHash AND hash <= @EndHash
$$),
('ReadRangeRows2Key', $$
    SELECT grain AS GrainId, name AS ReminderName, starts_at AS StartTime, period_ms AS Period, version AS Version FROM reminders
    WHERE service = @ServiceId AND (hash > @BeginHash OR hash <= @EndHash)
$$),
('DeleteReminderRowKey', $$
    WITH gone AS (
        DELETE FROM reminders WHERE service = @ServiceId AND grain = @GrainId AND name = @ReminderName AND version = @Version RETURNING 1)
    SELECT count(*)::integer FROM gone
$$),
('DeleteReminderRowsKey', $$
    DELETE FROM reminders WHERE service = @ServiceId
$$)
ON CONFLICT (querykey) DO UPDATE SET querytext = excluded.querytext;
