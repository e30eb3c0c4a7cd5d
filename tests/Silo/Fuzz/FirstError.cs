using Microsoft.Extensions.Logging;

namespace CallCenter.Silo.Tests.Fuzz;

/// <summary>Keeps the first error that is logged, with its exception, and nothing else, however much is logged.</summary>
internal sealed class FirstError : ILogger, ILoggerFactory
{
    public string Text { get; private set; } = "";

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel) && Text.Length == 0)
        {
            Text = $"{formatter(state, exception)} {exception}";
        }
    }

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider)
    {
    }

    public void Dispose()
    {
    }
}
