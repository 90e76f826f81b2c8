using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Enrollments;
using Sweet.Web.Data;
using Sweet.Web.Data.Migrating;

namespace Sweet.Web.Commands;

/// <summary>Who holds seats without having paid: by cohort and network, the most first. Never a name or an email address.</summary>
public sealed class HoldsCommand : Command
{
    public override string Verb => "holds";

    public override string Purpose => "lists unpaid seats by cohort and network";

    public override bool NeedsDatabaseOnly => true;

    public override async Task<int> Run(WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await ActivatorUtilities.CreateInstance<Schema>(scope.ServiceProvider).RequireCurrent(CancellationToken.None);
        var holds = await Unpaid(scope.ServiceProvider.GetRequiredService<SweetDbContext>());
        var groups = holds.GroupBy(h => (h.Cohort, h.Network));
        foreach (var group in groups.OrderBy(g => g.Key.Cohort, StringComparer.Ordinal).ThenByDescending(g => g.Count()))
            await Console.Out.WriteLineAsync(LineOf(group.Key.Cohort, group.Key.Network, [.. group]));
        await Console.Out.WriteLineAsync(
            holds.Count == 0 ? "No seat is held unpaid." : string.Create(CultureInfo.InvariantCulture, $"{holds.Count} held unpaid."));
        return 0;
    }

    private static Task<List<Hold>> Unpaid(SweetDbContext db) =>
        db.Enrollments.Unpaid().OrderBy(e => e.Id)
            .Select(e => new Hold(e.Cohort.Reference, e.ClientKey, e.Number, e.Status == EnrollmentStatus.Processing, e.CreatedAtUtc))
            .ToListAsync();

    private static string LineOf(string cohort, string? network, List<Hold> holds)
    {
        var waiting = holds.Count(h => h.IsProcessing);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{cohort}  {network ?? "no network known"}  {holds.Count} ({waiting} with a bank)  "
            + $"since {holds.Min(h => h.CreatedAtUtc):yyyy-MM-dd HH:mm} UTC: {string.Join(", ", holds.Select(h => h.Number))}");
    }

    private sealed record Hold(string Cohort, string? Network, string Number, bool IsProcessing, DateTime CreatedAtUtc);
}
