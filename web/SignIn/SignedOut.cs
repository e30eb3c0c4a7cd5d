using System.Collections.Concurrent;
using System.Globalization;
using CallCenter.Web.Start;

namespace CallCenter.Web.SignIn;

/// <summary>
/// The sign-ins that were ended by their people, for as long as a copy of their cookie could still be sent; kept in a file beside the keys
/// of the cookies, so that a restart does not bring them back; and looked at each second, because other pages' processes may have the same
/// keys and write into it as well. Thread-safe.
/// </summary>
/// <remarks>At <see cref="Most"/> the oldest half is forgotten: whoever signs out so often is one person with a script.</remarks>
public sealed partial class SignedOut
{
    public const int Most = 20_000;

    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    private readonly string _path;
    private readonly TimeProvider _time;
    private readonly ILogger<SignedOut> _log;
    private readonly Lock _writing = new();
    private readonly ConcurrentDictionary<string, long> _until = new(StringComparer.Ordinal);
    private long _lookedAt;
    private (DateTime At, long Bytes) _read;

    public SignedOut(StartOptions options, TimeProvider time, ILogger<SignedOut> log)
    {
        _path = Path.Combine(options.Data, "web-keys", "signed-out");
        (_time, _log) = (time, log);
        lock (_writing)
        {
            Read();
            Rewrite();
        }
    }

    public bool Has(string id)
    {
        var now = _time.GetUtcNow().ToUnixTimeMilliseconds();
        if (now - Volatile.Read(ref _lookedAt) >= LookEvery.TotalMilliseconds)
        {
            Volatile.Write(ref _lookedAt, now);
            lock (_writing)
            {
                Read();
            }
        }

        return _until.ContainsKey(id);
    }

    public void Add(string id)
    {
        var until = (_time.GetUtcNow() + SignInArea.Lifetime).ToUnixTimeSeconds();
        lock (_writing)
        {
            _until[id] = until;
            if (_until.Count > Most)
            {
                Rewrite();
            }
            else
            {
                Write(() => File.AppendAllText(_path, Line(id, until)));
            }
        }
    }

    // A file that cannot be read right now is looked at again a second later.
    private void Read()
    {
        try
        {
            var file = new FileInfo(_path);
            if (!file.Exists || (file.LastWriteTimeUtc, file.Length) == _read)
            {
                return;
            }

            foreach (var line in File.ReadAllLines(_path))
            {
                if (line.Split(' ') is [var id, var until] && long.TryParse(until, CultureInfo.InvariantCulture, out var seconds))
                {
                    _until[id] = seconds;
                }
            }

            _read = (file.LastWriteTimeUtc, file.Length);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            LogNotRead(failure);
        }
    }

    // What is over goes, then the oldest half if that was not enough.
    private void Rewrite()
    {
        var now = _time.GetUtcNow().ToUnixTimeSeconds();
        var kept = _until.Where(entry => entry.Value > now).OrderByDescending(entry => entry.Value).ToList();
        var most = kept.Count > Most ? Most / 2 : kept.Count;
        foreach (var id in _until.Keys.Except(kept.Take(most).Select(entry => entry.Key)).ToList())
        {
            _until.TryRemove(id, out _);
        }

        Write(() => File.WriteAllText(_path, string.Concat(_until.Select(entry => Line(entry.Key, entry.Value)))));
    }

    // A disk that takes nothing must not keep people from signing out: until the next start it holds all the same.
    private void Write(Action write)
    {
        try
        {
            write();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            LogNotKept(failure);
        }
    }

    private static string Line(string id, long until) => string.Create(CultureInfo.InvariantCulture, $"{id} {until}\n");

    [LoggerMessage(3203, LogLevel.Warning, "Who signed out cannot be read; it is looked at again")]
    private partial void LogNotRead(Exception failure);

    [LoggerMessage(3201, LogLevel.Warning, "Who signed out cannot be written down; it holds until the next start")]
    private partial void LogNotKept(Exception failure);
}
