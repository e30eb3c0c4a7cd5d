using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Clients;
using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Employees;

namespace CallCenter.Simulation.Tests.World;

/// <summary>The administrator who publishes during calls, the supervisor who ends calls, the CRM that answers late or never.</summary>
internal sealed class Office(Outside outside)
{
    private ProjectConfiguration _document = new();
    private Chance Chance => outside.Chance;
    private Agenda Agenda => outside.Agenda;

    public void Open()
    {
        _document = outside.Documents.Draw();
        outside.Handle(new PublishConfiguration(_document, null, "administrator"));
        if (outside.Plan.PublishEveryMs > 0) Agenda.In(Chance.Around(outside.Plan.PublishEveryMs), Publish);
        if (outside.Plan.NonsenseOneIn > 0) Agenda.In(Chance.Around(120_000), EndSomeCall);
    }

    /// <summary>Asks the CRM for a client who calls.</summary>
    public void LookUp(string client)
    {
        if (Chance.OneIn(3)) return;
        EmployeeId? responsible = Chance.OneIn(3) ? null : new EmployeeId(Documents.Employee(1 + Chance.Below(outside.Plan.Employees)));
        Agenda.In(
            Chance.OneIn(4) ? Chance.Ms(0, 90_000) : Chance.Ms(1, 500),
            () => outside.Handle(new LinkClient(client, Chance.OneIn(2) ? "Somebody" : null, responsible, "crm")),
            mayBeLost: true);
    }

    /// <summary>A command that comes from nowhere: about legs that are over, were never there, or do something else.</summary>
    public ProjectCommand Nonsense()
    {
        var call = new CallId(Math.Max(0, outside.LastCall + 2 - Chance.Below(12)));
        var leg = new LegId(call, Chance.Below(4));
        var employee = new EmployeeId(Documents.Employee(1 + Chance.Below(outside.Plan.Employees + 1)));
        return Chance.Below(13) switch
        {
            0 => new ReportRinging(leg),
            1 => Outside.Answer(leg),
            2 => new ReportFailed(leg, 486, null),
            3 => new ReportHangUp(leg),
            4 => new ReportBroken(leg, "nonsense"),
            5 or 6 => new ReportHold(leg, Chance.OneIn(2)),
            7 => new FinishWrapUp(employee, "nonsense"),
            8 => new SetAvailability(employee, Availability.Ready, null, "nonsense"),
            10 => new NoteRecordingDeleted(call, 1),
            11 => new NoteLegQuality(leg, new LegQualityRecord(1, 0, 1, null, null, 1, null, null, null)),
            9 => new PublishConfiguration(_document, 0, "somebody"),
            _ => PassTime.Instance,
        };
    }

    private void Publish()
    {
        if (outside.IsClosed) return;
        // Now and then somebody notices his mistake at once.
        Agenda.In(Chance.OneIn(3) ? Chance.Ms(500, 20_000) : Chance.Around(outside.Plan.PublishEveryMs), Publish);
        _document = outside.Documents.After(_document);
        outside.Handle(new PublishConfiguration(_document, null, "administrator"));
    }

    private void EndSomeCall()
    {
        if (outside.IsClosed) return;
        Agenda.In(Chance.Around(120_000), EndSomeCall);
        outside.Handle(new EndCall(new CallId(Math.Max(1, outside.LastCall - Chance.Below(4))), "supervisor"));
    }
}
