using System.Threading.Channels;
using CallCenter.Abstractions.Audit;
using CallCenter.Abstractions.Grains;
using CallCenter.Abstractions.Mail;
using CallCenter.Abstractions.Ports;
using CallCenter.Web.Audit;
using CallCenter.Web.Cluster;
using CallCenter.Web.SignIn;

namespace CallCenter.Web.Mail;

/// <summary>
/// Sends letters to people who forgot their password. It is done behind the answer, which is the same and takes the same for names that
/// nobody has. When strangers ask more than can be done, what comes on top is dropped.
/// </summary>
public sealed class ForgottenPasswords(
    IGrainFactory grains, SignInLookUp signIns, LetterWriter letters, AuditLog audit, TimeProvider time, ILogger<ForgottenPasswords> log)
    : BackgroundService
{
    public const int MostWaiting = 200;

    /// <summary>Nobody gets such letters more often, whoever asks for them.</summary>
    public static readonly TimeSpan Between = TimeSpan.FromMinutes(5);

    private readonly Channel<ForgottenPassword> _asked = Channel.CreateBounded<ForgottenPassword>(
        new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    public void Ask(ForgottenPassword request) => _asked.Writer.TryWrite(request);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var request in _asked.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                foreach (var owner in await signIns.Find(request.Email)) await Send(request, owner);
            }
            catch (Exception failure) when (SilosAway.Caused(failure) || failure is KeyNotFoundException)
            {
                log.RequestLost(failure);
            }
        }
    }

    private async Task Send(ForgottenPassword request, SignInOwner owner)
    {
        var (_, document) = await grains.Project(owner.Project).Configuration();
        if (document.Mail.Host is null) return;
        var mail = grains.Mail(owner.Project);
        var since = (time.GetUtcNow() - Between).ToUnixTimeMilliseconds();
        if ((await mail.Letters()).Any(line =>
            line.Kind == LetterKind.ForgottenPassword && line.To == owner.Email && line.At > since && line.State != LetterState.Failed))
        {
            return;
        }

        var letter = await letters.Forgotten(
            owner.Employee, owner.Email, owner.DisplayName, document.Name, request.Pages, request.Language);
        if (!await mail.Post([letter])) return;
        var by = request.By with { Name = owner.Email, Key = owner.Employee.Value };
        await audit.Note(owner.Project, new AuditEntry(AuditKind.PasswordLetterAsked, by));
    }
}
