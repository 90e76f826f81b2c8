using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Cases;
using Sweet.Web.Data;
using Sweet.Web.Features.Staff.Shared;

namespace Sweet.Web.Features.Staff.Cases;

public sealed class CaseLists(SweetDbContext db)
{
    private const int PageSize = 25;
    private const int LatelyShown = 5;

    public async Task<CaseListPage> Read(CaseFilter filter, int number, CancellationToken ct)
    {
        var counts = await db.OpenCases.GroupBy(c => new { c.Kind, IsOpen = c.ResolvedAtUtc == null })
            .Select(g => new CaseCount(g.Key.Kind, g.Key.IsOpen, g.Count())).ToListAsync(ct);
        var total = counts.Where(c => c.IsOpen != filter.IsResolved && (filter.Topic is null || CaseTopics.Of(c.Kind) == filter.Topic))
            .Sum(c => c.Count);
        var asked = filter.Topic is { } topic ? OfTopic(topic) : db.OpenCases;
        var cases = filter.IsResolved ? Resolved(asked) : Open(asked);
        var rows = await Rows(cases.Skip((number - 1) * PageSize).Take(PageSize)).ToListAsync(ct);
        var lately = filter.IsResolved ? [] : await Rows(Resolved(db.OpenCases).Take(LatelyShown)).ToListAsync(ct);
        return new CaseListPage(
            filter, new Paged<CaseRow>(rows, number, total, PageSize), StatesOf(filter, counts), TopicsOf(filter, counts), lately);
    }

    private IQueryable<OpenCase> OfTopic(CaseTopic topic)
    {
        var kinds = CaseTopics.KindsOf(topic);
        return db.OpenCases.Where(c => kinds.Contains(c.Kind));
    }

    // The bank does not wait: what has a deadline stands first, the nearest on top; else what waits longest.
    private IQueryable<OpenCase> Open(IQueryable<OpenCase> cases) => cases.Where(c => c.ResolvedAtUtc == null)
        .OrderByDescending(c => c.Kind == OpenCaseKind.DisputeOpened)
        .ThenBy(c => c.Kind == OpenCaseKind.DisputeOpened
            ? db.Disputes.Where(d => d.StripeDisputeId == c.ObjectId).Max(d => d.AnswerDueUtc) ?? DateTime.MaxValue
            : DateTime.MaxValue)
        .ThenBy(c => c.OpenedAtUtc).ThenBy(c => c.Id);

    private static IQueryable<OpenCase> Resolved(IQueryable<OpenCase> cases) =>
        cases.Where(c => c.ResolvedAtUtc != null).OrderByDescending(c => c.ResolvedAtUtc).ThenByDescending(c => c.Id);

    private IQueryable<CaseRow> Rows(IQueryable<OpenCase> cases) => cases.AsNoTracking().Select(c => new CaseRow(c)
    {
        EnrollmentId = (int?)c.Order!.EnrollmentId,
        FirstName = c.Order.Enrollment.FirstName,
        LastName = c.Order.Enrollment.LastName,
        Number = c.Order.Enrollment.Number ?? c.Number,
        DeadlineUtc = c.Kind == OpenCaseKind.DisputeOpened
            ? db.Disputes.Where(d => d.StripeDisputeId == c.ObjectId).Max(d => d.AnswerDueUtc) : null,
        ResolvedByName = db.Users.Where(m => m.Id == c.ResolvedByReference).Select(m => m.Name).FirstOrDefault(),
    });

    private static List<CaseChip> StatesOf(CaseFilter filter, List<CaseCount> counts) =>
    [
        new($"Open {counts.Where(c => c.IsOpen).Sum(c => c.Count)}", new CaseFilter(false, null).Address, !filter.IsResolved),
        new($"Resolved {counts.Where(c => !c.IsOpen).Sum(c => c.Count)}", new CaseFilter(true, null).Address, filter.IsResolved),
    ];

    private static List<CaseChip> TopicsOf(CaseFilter filter, List<CaseCount> counts)
    {
        var shown = counts.Where(c => c.IsOpen != filter.IsResolved).ToLookup(c => CaseTopics.Of(c.Kind), c => c.Count);
        var topics = Enum.GetValues<CaseTopic>().Where(t => shown.Contains(t) || t == filter.Topic);
        return
        [
            new("All", (filter with { Topic = null }).Address, filter.Topic is null),
            .. topics.Select(t => new CaseChip($"{t} {shown[t].Sum()}", (filter with { Topic = t }).Address, filter.Topic == t)),
        ];
    }

    private sealed record CaseCount(OpenCaseKind Kind, bool IsOpen, int Count);
}
