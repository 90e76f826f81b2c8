using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Sweet.Domain;
using Sweet.Domain.ByHand;
using Sweet.Domain.Enrollments;
using Sweet.Web.Features.Shared;
using Sweet.Web.Features.Staff.HandEnrollments.Terms;
using Sweet.Web.Features.Staff.Shared;
using Sweet.Web.Hosting;
using Sweet.Web.Seating;
using Sweet.Web.Staffing;

namespace Sweet.Web.Features.Staff.GroupEnrollments;

/// <summary>Staff enroll all people of a pasted list, or none of them.</summary>
[Authorize(Policies.Admin)]
[PrivatePage]
public sealed class GroupEnrollmentsController(HandCohorts cohorts, EnrollByHand enrollByHand, GroupResults results) : Controller
{
    [HttpGet("/admin/cohorts/{id:int}/group-enrollments/new")]
    public async Task<IActionResult> New(int id, CancellationToken ct) =>
        await cohorts.Find(id, ct) is { } cohort ? View(new GroupPage(cohort, GroupForm.Empty)) : NotFound();

    [HttpGet("/admin/cohorts/{id:int}/group-enrollments")]
    public IActionResult Index(int id) => this.SeeOther($"/admin/cohorts/{id}/group-enrollments/new");

    [HttpGet("/admin/cohorts/{id:int}/group-enrollments/{key}")]
    public async Task<IActionResult> Show(int id, string key, CancellationToken ct) =>
        await results.Find(id, key, ct) is { } result ? View(result) : NotFound();

    [HttpPost("/admin/cohorts/{id:int}/group-enrollments")]
    public async Task<IActionResult> Create(int id, GroupForm form, CancellationToken ct)
    {
        if (await cohorts.Find(id, ct) is not { } cohort) return NotFound();

        var lines = PastedLines.Read(form.Lines ?? "", isKept: form.KeptLines is not null && form.KeptLines == form.Lines);
        SayWhatIsWrong(lines);
        var terms = new ReadHandTerms(form, cohort.Price, cohort.ReadAtUtc, ModelState).Terms();
        var page = new GroupPage(cohort, form) { Lines = lines };
        if (terms is null) return Again(page);

        var asked = new HandAsked([.. lines.Select(line => line.Person!)], terms, form.ToPayer()) { GroupKey = form.GroupKey };
        var mark = form.MarkAt(cohort.Price);
        var isAsSeen = form.Seen == mark && !form.Preview;
        var answer = isAsSeen ? await enrollByHand.Enroll(id, asked, User.AsActor(), ct) : await enrollByHand.Ask(id, asked, ct);
        if (answer is null) return NotFound();
        if (answer.Refusal is { } refusal) return Refused(page, refusal, answer);
        if (isAsSeen) return this.SeeOther($"/admin/cohorts/{id}/group-enrollments/{form.GroupKey}");

        // What stands there now is agreed to with the next press.
        var isChanged = !form.Preview && !string.IsNullOrEmpty(form.Seen);
        ModelState.Remove(nameof(form.Seen));
        ModelState.Remove(nameof(form.GroupKey));
        // Another list than one that was sent before, behind the browser's back button, is another group.
        (form.Seen, form.GroupKey) = (mark, RandomText.Token());
        if (isChanged) ModelState.AddModelError("", HandWords.NotAsSeen);
        var status = isChanged ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK;
        return this.Answer(status, nameof(New), Shown(page, asked));
    }

    private void SayWhatIsWrong(IReadOnlyList<GroupLine> lines)
    {
        if (lines.Count == 0) Wrong("Enter a person on each line: name, email");
        foreach (var line in lines.Where(line => line.Problem is not null)) Wrong($"Line {line.Number}: {line.Problem}");
        if (lines.Count > PastedLines.Most) Wrong($"Split the list: at most {PastedLines.Most} people at once");
    }

    private static GroupPage Shown(GroupPage page, HandAsked asked)
    {
        var addresses = asked.People.Select(p => EmailAddress.Shown(p.Student.Email.Text)).ToList();
        return page with
        {
            Effect = page.Effect with
            {
                Happenings = HandWords.Of(page.Cohort, asked.Terms, asked.Payer, addresses),
                Button = HandWords.Button(asked.Terms, addresses.Count == 1 ? "1 person" : $"{addresses.Count} people"),
            },
        };
    }

    private ViewResult Refused(GroupPage page, HandRefusal refusal, HandAnswer answer)
    {
        if (refusal != HandRefusal.AlreadyEnrolled) ModelState.AddModelError("", refusal.InWords(page.Cohort));
        var lines = page.Lines.Select(line => answer.Taken.TryGetValue(line.Person!.Student.Email.Key, out var taken)
            ? line with { Problem = "Has a seat in the cohort already", TakenBy = taken }
            : line).ToList();
        SayWhatIsWrong(lines);
        return Again(page with { Lines = lines });
    }

    private ViewResult Again(GroupPage page)
    {
        ModelState.Remove(nameof(page.Form.Seen));
        ModelState.Remove(nameof(page.Form.KeptLines));
        page.Form.Seen = null;
        page.Form.KeptLines = page.Form.Lines;
        return this.Answer(StatusCodes.Status422UnprocessableEntity, nameof(New), page);
    }

    private void Wrong(string problem) => ModelState.AddModelError(nameof(GroupForm.Lines), problem);
}
