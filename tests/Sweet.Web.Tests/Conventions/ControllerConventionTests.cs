using System.Reflection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Routing;
using Sweet.Web.Hosting;

namespace Sweet.Web.Tests.Conventions;

public class ControllerConventionTests
{
    /// <summary>Verbs are resources of their own; the feeds name their format.</summary>
    private static readonly string[] ActionNames = ["Index", "Show", "New", "Create", "Edit", "Update", "Delete", "Atom", "Rss", "Json", "Calendar", "Robots"];

    private static readonly Type[] Controllers =
        [.. typeof(SweetSite).Assembly.GetExportedTypes().Where(t => typeof(ControllerBase).IsAssignableFrom(t) && !t.IsAbstract)];

    [Fact]
    public void A_feature_is_a_folder_with_one_controller_of_its_name()
    {
        var found = SourceFiles.In("src/Sweet.Web/Features", "Controller.cs")
            .Select(file => (Folder: file.Path.Split('/')[^2], Name: Path.GetFileName(file.Path)))
            .ToList();

        Assert.All(found, file => Assert.Equal($"{file.Folder}Controller.cs", file.Name));
        Assert.Equal(Controllers.Select(c => $"{c.Name}.cs").Order(StringComparer.Ordinal), found.Select(f => f.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Actions_have_one_of_a_few_names()
    {
        var others = Actions().Where(a => !ActionNames.Contains(a.Name)).Select(a => $"{a.DeclaringType!.Name}.{a.Name}");

        Assert.Empty(others);
    }

    [Fact]
    public void Actions_say_their_method_and_their_address()
    {
        var silent = Actions().Where(a => !a.GetCustomAttributes<HttpMethodAttribute>().Any(route => route.Template is not null)).Select(a => $"{a.DeclaringType!.Name}.{a.Name}");

        // The page for every failure is executed again by any method.
        Assert.Equal(["ErrorsController.Show"], silent);
    }

    [Fact]
    public void No_class_asks_for_more_than_five_others()
    {
        var greedy = typeof(SweetSite).Assembly.GetTypes()
            .Where(t => t.Namespace?.StartsWith("Sweet.", StringComparison.Ordinal) == true && t.IsClass && !IsRecord(t))
            .Where(t => t.GetConstructors().Any(c => c.GetParameters().Count(p => !p.ParameterType.Name.StartsWith("ILogger", StringComparison.Ordinal)) > 5));

        Assert.Empty(greedy.Select(t => t.Name));
    }

    private static IEnumerable<MethodInfo> Actions() =>
        Controllers.SelectMany(c => c.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(m => !m.IsSpecialName && m.GetCustomAttribute<NonActionAttribute>() is null);

    private static bool IsRecord(Type type) => type.GetMethod("<Clone>$") is not null;
}
