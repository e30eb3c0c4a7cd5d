using CallCenter.Silo.Loop;

namespace CallCenter.Silo.Projects;

/// <summary>Reads something inside the loop and hands it to who waits outside, after what it shows is written.</summary>
internal sealed class Question<T>(Func<long, T> read) : LoopInput
{
    private readonly TaskCompletionSource<T> _answered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? _answer;

    public Task<T> Answer => _answered.Task;

    public override void Handle(long now) => _answer = read(now);

    public override void Complete() => _answered.TrySetResult(_answer!);

    public override void Fail(Exception failure) => _answered.TrySetException(failure);
}
