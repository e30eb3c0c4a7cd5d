using System.Reflection;
using CallCenter.Web.SignIn;
using CallCenter.Web.Work;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;

namespace CallCenter.Web.Tests.Work;

/// <summary>What is done in circuits is for whom its page is for: the list of islands, each with the decision who may use it.</summary>
public class IslandRightsTests
{
    private static readonly Dictionary<string, Right> Decisions = new()
    {
        ["AccountsWork"] = Rights.Administer,
        ["EmployeesWork"] = Rights.Administer,
        ["GuideWork"] = Rights.Administer,
        ["MailWork"] = Rights.Administer,
        ["MenusWork"] = Rights.Administer,
        ["NumbersWork"] = Rights.Administer,
        ["OutgoingWork"] = Rights.Administer,
        ["ProjectSettingsWork"] = Rights.Administer,
        ["PromptsWork"] = Rights.Administer,
        ["TrunksWork"] = Rights.Administer,
        ["VersionsWork"] = Rights.Administer,
    };

    private static Type[] Types => typeof(IslandBase).Assembly.GetTypes();

    [Fact]
    public void Every_island_has_a_decision_and_looks_at_it_itself()
    {
        var needs = typeof(IslandBase).GetProperty("Needs", BindingFlags.Instance | BindingFlags.NonPublic)!;
        var islands = Types.Where(type => type.IsSubclassOf(typeof(IslandBase)) && !type.IsAbstract)
            .ToDictionary(type => type.Name, type => (Right)needs.GetValue(Activator.CreateInstance(type))!);

        Assert.Equal(Decisions.OrderBy(one => one.Key), islands.OrderBy(one => one.Key));
    }

    [Fact]
    public void Every_page_that_is_worked_with_has_a_policy()
    {
        var pages = Types.Where(type => type.IsDefined(typeof(WorkingPageAttribute))).ToArray();

        Assert.Equal(Decisions.Count, pages.Length);
        Assert.All(pages, page => Assert.Equal(Policies.Administer, page.GetCustomAttribute<AuthorizeAttribute>()?.Policy));
        Assert.All(pages, page => Assert.True(page.IsDefined(typeof(RouteAttribute))));
    }
}
