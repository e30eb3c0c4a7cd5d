using CallCenter.Abstractions.Configuration;

namespace CallCenter.Engine.Configuration.Rules;

/// <summary>Times and bounds that hold for the whole project.</summary>
internal sealed class SettingRule : IConfigurationRule
{
    private const string Keys = "0123456789*#";

    public void Check(ProjectConfiguration document, DocumentKeys keys, Findings findings)
    {
        findings.Range("$.smartForwarding.ringSeconds", document.SmartForwarding.RingSeconds, 5, 300, " seconds");
        if (document.SmartForwarding.Order is { } order)
        {
            if (order.Count == 0)
            {
                findings.Add("$.smartForwarding.order", "the order is empty",
                    "leave it out, or name at least one source");
            }

            if (order.Distinct().Count() < order.Count)
            {
                findings.Add("$.smartForwarding.order", "a source is named twice",
                    "name each source once");
            }
        }

        var ringing = document.Ringing;
        findings.Range("$.ringing.ronaLimit", ringing.RonaLimit, 0, 100, " rings, 0 for never");
        findings.Range("$.ringing.rejectRestSeconds", ringing.RejectRestSeconds, 0, 3600, " seconds");
        findings.Range("$.ringing.unreachableRestSeconds", ringing.UnreachableRestSeconds, 0, 3600, " seconds");
        findings.Range("$.ringing.directRingSeconds", ringing.DirectRingSeconds, 5, 300, " seconds");
        findings.Range("$.targets.targetCallSeconds", document.Targets.TargetCallSeconds, 1, 3600, " seconds");
        findings.Range("$.targets.saleCycleDays", document.Targets.SaleCycleDays, 1, 3650, " days");
        findings.Range("$.recording.sharePercent", document.Recording.SharePercent, 0, 100, " %");
        findings.Range("$.recording.keepDays", document.Recording.KeepDays, 1, 3_650, " days");
        PauseKeys(document.Recording.PauseKeys, findings);
        findings.Range("$.voicemail.maxSeconds", document.Voicemail.MaxSeconds, 5, 600, " seconds");
        findings.Range("$.voicemail.silenceSeconds", document.Voicemail.SilenceSeconds, 2, 60, " seconds");
        findings.Range("$.limits.maxLiveCalls", document.Limits.MaxLiveCalls, 1, 100_000, " calls");
        findings.Range("$.limits.maxClients", document.Limits.MaxClients, 1, 10_000_000, " clients");
        findings.Range("$.limits.maxOutgoingPerEmployee", document.Limits.MaxOutgoingPerEmployee, 1, 20, " calls");
        findings.Range(
            "$.limits.maxOutgoingPerEmployeeAndDay", document.Limits.MaxOutgoingPerEmployeeAndDay, 1, 100_000, " calls a day");
        if (document.Dialogs.ProbeSeconds != 0)
            findings.Range("$.dialogs.probeSeconds", document.Dialogs.ProbeSeconds, 5, 300, " seconds, 0 for never");
        findings.Range("$.dialogs.sessionIntervalSeconds", document.Dialogs.SessionIntervalSeconds, 90, 86_400, " seconds");
    }

    private static void PauseKeys(string? keys, Findings findings)
    {
        if (keys is not null && (keys.Length is < 2 or > 4 || keys.Any(static key => !Keys.Contains(key))))
            findings.Add("$.recording.pauseKeys", $"\"{keys}\" are no keys to pause by", "use 2 to 4 of 0 to 9, * and #, for instance *8");
    }
}
