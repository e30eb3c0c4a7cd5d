using CallCenter.Abstractions.Configuration;

namespace CallCenter.Engine.Configuration.Rules;

/// <summary>Wherever calls are led to exists, and can be reached.</summary>
internal sealed class DestinationRule : IConfigurationRule
{
    private const int Deepest = 10;

    public void Check(ProjectConfiguration document, DocumentKeys keys, Findings findings)
    {
        var check = new Checker(document, keys, findings);
        for (var i = 0; i < document.Numbers.Count; i++) check.Destination($"$.numbers[{i}].leadsTo", document.Numbers[i].LeadsTo, 1);
        for (var i = 0; i < document.Departments.Count; i++)
        {
            var (flowOut, path) = (document.Departments[i].FlowOut, $"$.departments[{i}].flowOut");
            check.Destination($"{path}.full", flowOut.Full, 1);
            check.Destination($"{path}.timeOut", flowOut.TimeOut, 1);
            check.Destination($"{path}.noOneSignedIn", flowOut.NoOneSignedIn, 1);
            check.Destination($"{path}.allNotReady", flowOut.AllNotReady, 1);
        }
        for (var i = 0; i < document.Menus.Count; i++)
        {
            var (menu, path) = (document.Menus[i], $"$.menus[{i}]");
            for (var k = 0; k < menu.Keys.Count; k++) check.Destination($"{path}.keys[{k}].leadsTo", menu.Keys[k].LeadsTo, 1);
            check.Destination($"{path}.otherwise", menu.Otherwise, 1);
        }
    }

    private sealed class Checker(ProjectConfiguration document, DocumentKeys keys, Findings findings)
    {
        public void Destination(string path, Destination? destination, int depth)
        {
            if (destination is null) return;
            if (depth > Deepest)
            {
                findings.Add(path, $"more than {Deepest} destinations follow one another",
                    "end the chain earlier, with a department or a hang-up");
                return;
            }

            Kinds(path, destination);
            if (destination.Department is { } department) keys.Department($"{path}.department", department, findings);
            if (destination.Employee is { } employee) keys.Employee($"{path}.employee", employee, findings);
            if (destination.Menu is { } menu) keys.Menu($"{path}.menu", menu, findings);
            if (destination.Voicemail is { } mailbox) Mailbox($"{path}.voicemail", mailbox);
            if (destination.External is { } external) External($"{path}.external", external);
            keys.TrunksInOrder($"{path}.trunks", destination.Trunks, findings);
            if (destination is { Trunks: not null, External: null })
                findings.Add($"{path}.trunks", "it has no effect here", "leave it out: only external numbers are called through trunks");
            findings.Range($"{path}.ringSeconds", destination.RingSeconds, 5, 300, " seconds");
            Destination($"{path}.otherwise", destination.Otherwise, depth + 1);
        }

        private void Kinds(string path, Destination destination)
        {
            var set = (destination.Department is null ? 0 : 1) + (destination.Employee is null ? 0 : 1)
                + (destination.External is null ? 0 : 1) + (destination.HangUp is null ? 0 : 1) + (destination.Menu is null ? 0 : 1)
                + (destination.Voicemail is null ? 0 : 1);
            const string remedy = "set exactly one of department, employee, external, menu, voicemail and hangUp";
            if (set == 0) findings.Add(path, "it leads nowhere", remedy);
            if (set > 1) findings.Add(path, $"{set} kinds of destination are set", remedy);
            if (set != 1) return;

            if (destination.Employee is not null || destination.External is not null) return;
            var ends = destination switch
            {
                { Department: not null } => "a department has its own ring time and flow-outs",
                { Menu: not null } => "a menu says itself where it leads",
                { Voicemail: not null } => "the call ends with the message",
                _ => "a hang-up ends the call",
            };
            if (destination.RingSeconds is not null) findings.Add($"{path}.ringSeconds", "it has no effect here", $"leave it out: {ends}");
            if (destination.Otherwise is not null) findings.Add($"{path}.otherwise", "it has no effect here", $"leave it out: {ends}");
        }

        private void Mailbox(string path, MailboxDestination mailbox)
        {
            if (mailbox.Department is { } department) keys.Department($"{path}.department", department, findings);
            if (mailbox.Employee is { } employee) keys.Employee($"{path}.employee", employee, findings);
            if (mailbox.Prompt is { } prompt) keys.Prompt($"{path}.prompt", prompt, findings);
            if (mailbox.Department is null == mailbox.Employee is null)
                findings.Add(path, "it is not one mailbox", "set exactly one of department and employee");
        }

        private void External(string path, string number)
        {
            NumberRule.E164(path, number, document.DefaultCountry, findings);
            if (keys.OwnNumbers.Contains(number))
                findings.Add(path, $"{number} is a number of the project itself, the call would come back", "name its destination instead");
            if (!keys.HasTrunk) findings.Add(path, "an external number cannot be called without a trunk", "add a trunk");
        }
    }
}
