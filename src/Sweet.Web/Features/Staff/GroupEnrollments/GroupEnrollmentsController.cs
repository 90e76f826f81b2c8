using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
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

        var lines = PastedLines.Read(form.Lines ?? "", form.IsListKept);
        // Every problem at once, whether the list itself shows it or the cohort.
        List<HandPerson> people = [.. lines.Select(line => line.Person).OfType<HandPerson>()];
        lines = GroupLine.Marked(lines, await enrollByHand.TakenBy(people, id, form.GroupKey, ct));
        SayWhatIsWrong(lines);
        var page = new GroupPage(cohort, form) { Lines = lines };
        if (new ReadHandTerms(form, cohort.Price, cohort.ReadAtUtc, ModelState).Terms() is not { } terms) return Again(page);

        var asked = new HandAsked([.. lines.Select(line => line.Person!)], terms, form.ToPayer()) { GroupKey = form.GroupKey };
        return await enrollByHand.AskOrEnroll(id, asked, form.IsAsSeenAt(cohort.Price), User.AsActor(), ct) switch
        {
            null => NotFound(),
            { IsDone: true } => this.SeeOther($"/admin/cohorts/{id}/group-enrollments/{form.GroupKey}"),
            { Refusal: { } refusal } answer => Refused(page, refusal, answer),
            _ => this.Answer(form.Show(cohort.Price, ModelState), nameof(New), Shown(page, asked)),
        };
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
                Button = HandWords.Button(asked.Terms, addresses.Count),
            },
        };
    }

    private ViewResult Refused(GroupPage page, HandRefusal refusal, HandAnswer answer)
    {
        if (refusal != HandRefusal.AlreadyEnrolled) ModelState.AddModelError("", refusal.InWords(page.Cohort));
        var lines = GroupLine.Marked(page.Lines, answer.Taken);
        SayWhatIsWrong(lines);
        return Again(page with { Lines = lines });
    }

    private ViewResult Again(GroupPage page)
    {
        page.Form.Forget(ModelState);
        return this.Answer(StatusCodes.Status422UnprocessableEntity, nameof(New), page);
    }

    private void Wrong(string problem) => ModelState.AddModelError(nameof(GroupForm.Lines), problem);
}
