using CallCenter.Abstractions.Employees;
using CallCenter.Engine.Employees;

namespace CallCenter.Engine.Departments;

/// <summary>
/// Keeps each department's count of those signed in, ready and free, and who they are, so that a call that comes to a busy department, or
/// a change of availability, costs the same for two members and for two hundred. To be called after anything of an employee changed.
/// </summary>
internal static class Headcount
{
    public static void Refresh(Employee employee, TouchedDepartments touched)
    {
        foreach (var place in employee.Memberships) place.Department.Standings.Set(place.Position, employee);
        bool signedIn = employee.State.Availability != Availability.SignedOut;
        bool ready = employee.State.Availability == Availability.Ready;
        bool free = employee.IsFree;
        if (employee.Counted == (signedIn, ready, free, employee.HasFixed)) return;

        var (wasSignedIn, wasReady, wasFree, _) = employee.Counted;
        bool availabilityChanged = signedIn != wasSignedIn || ready != wasReady;
        foreach (var department in employee.Departments)
        {
            department.SignedIn += Change(wasSignedIn, signedIn);
            department.Ready += Change(wasReady, ready);
            department.Free += Change(wasFree, free);
            // Also where he was free already and now has a phone that needs no trunk: there may have been no room on the trunks.
            if (availabilityChanged || free) touched.Add(department);
        }
        employee.Counted = (signedIn, ready, free, employee.HasFixed);
    }

    private static int Change(bool before, bool after) => (after ? 1 : 0) - (before ? 1 : 0);
}
