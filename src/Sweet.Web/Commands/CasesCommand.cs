using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Cases;
using Sweet.Web.Data;
using Sweet.Web.Data.Migrating;
using Sweet.Web.Wording;

namespace Sweet.Web.Commands;

public sealed class CasesCommand : Command
{
    public override string Verb => "cases";

    public override string Usage => "cases [resolve ID --as seat|refund|noted|email [--amount 12.34] --because \"reason\"]";

    public override string Purpose => "lists what only a person can decide, or carries out the decision";

    public override bool NeedsDatabaseOnly => true;

    public override Command? With(CommandWords words) => words.AreNone ? this : ResolveCaseCommand.Read(words);

    public override async Task<int> Run(WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await ActivatorUtilities.CreateInstance<Schema>(scope.ServiceProvider).RequireCurrent(CancellationToken.None);
        var nowUtc = scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        var cases = await Open(scope.ServiceProvider.GetRequiredService<SweetDbContext>());
        foreach (var openCase in cases) await Console.Out.WriteLineAsync(LineOf(openCase, nowUtc));
        await Console.Out.WriteLineAsync(cases.Count == 0 ? "No case is open." : $"{cases.Count} open.");
        return 0;
    }

    // With all of their orders, tracked: what is owed is computed from the rows as they are now.
    private static async Task<List<OpenCase>> Open(SweetDbContext db)
    {
        var open = db.OpenCases.Where(c => c.ResolvedAtUtc == null);
        await db.Enrollments.Whole().AsSingleQuery().Where(e => open.Any(c => c.OrderId == e.Order.Id)).LoadAsync();
        return await open.OrderBy(c => c.Id).ToListAsync();
    }

    private static string LineOf(OpenCase openCase, DateTime nowUtc)
    {
        var remedies = CaseRemedies.For(openCase.Kind).Where(r => openCase.RefusalFor(r) is null).Select(r => WordOf(openCase, r));
        var number = openCase.Order?.Enrollment.Number ?? "no enrollment";
        return $"{openCase.Id}  {AgeOf(nowUtc - openCase.OpenedAtUtc)}  {CaseText.Title(openCase)}  {number}  "
            + $"{CaseText.Subject(openCase)}: {CaseText.Known(openCase)}{CaseText.Money(openCase)}  [{string.Join(", ", remedies)}]";
    }

    private static string WordOf(OpenCase openCase, CaseResolution resolution) =>
        resolution is CaseResolution.Refund or CaseResolution.Seat && CaseRemedies.TakesSum(openCase.Kind)
            && !(openCase.IsAboutSeat && openCase.Order is { } order && order.Paid == order.GoneBack)
            ? $"{WordOf(resolution)} (--amount)"
            : WordOf(resolution);

    /// <summary>As it is typed behind --as.</summary>
    internal static string WordOf(CaseResolution resolution) =>
        resolution == CaseResolution.Mail ? "email" : resolution.ToString().ToLowerInvariant();

    private static string AgeOf(TimeSpan age) =>
        age.TotalDays >= 1
            ? string.Create(CultureInfo.InvariantCulture, $"{(int)age.TotalDays}d{age.Hours:00}h")
            : string.Create(CultureInfo.InvariantCulture, $"{age.Hours}h{age.Minutes:00}m");
}
