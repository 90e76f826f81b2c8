using System.Reflection;

namespace Sweet.Domain.Tests;

public class DomainIsPureTests
{
    private static readonly Assembly Domain = typeof(Money).Assembly;

    [Fact]
    public void It_refers_to_nothing_but_the_runtime() =>
        Assert.All(Domain.GetReferencedAssemblies(), a => Assert.StartsWith("System.", a.Name, StringComparison.Ordinal));

    [Fact]
    public void No_method_of_it_is_asynchronous() =>
        Assert.DoesNotContain(
            Domain.GetTypes().SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)),
            m => typeof(Task).IsAssignableFrom(m.ReturnType) || m.ReturnType.Name.StartsWith("ValueTask", StringComparison.Ordinal));

    [Fact]
    public void No_entity_lets_a_caller_set_its_state() =>
        Assert.DoesNotContain(
            Domain.GetExportedTypes().Where(t => !IsRecord(t)).SelectMany(t => t.GetProperties()),
            p => p.Name is "Status" or "Id" or "SeatsTaken" && p.SetMethod is { IsPublic: true });

    private static bool IsRecord(Type type) => type.GetMethod("<Clone>$") is not null;
}
