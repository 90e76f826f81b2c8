using Microsoft.EntityFrameworkCore;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Stories.Office;

/// <summary>What staff write down and see to on a student's page.</summary>
public sealed class StudentNoteTests : PaidStory
{
    [Fact]
    public async Task A_note_is_kept_with_who_and_removed_without_being_lost()
    {
        var (admin, page) = await StudentPage();

        page = await page.Submit("Keep the note", f => f.Fill("Note", "She called: captions <work> well."));
        var removed = await page.Submit("Remove");

        Assert.Contains("She called: captions <work> well.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Jordan Sample", page.Text, StringComparison.Ordinal);
        Assert.Contains("Note: removed", removed.Text, StringComparison.Ordinal);
        Assert.Equal("She called: captions <work> well.", removed.Document.QuerySelector("del")!.TextContent);
        Assert.Equal(["Written", "Removed"], await History(admin, "Note"));
    }

    [Fact]
    public async Task A_removed_note_is_put_back_once_however_often_it_is_asked()
    {
        var (admin, page) = await StudentPage();
        page = await page.Submit("Keep the note", f => f.Fill("Note", "She called."));
        var removed = await page.Submit("Remove");

        await removed.Submit("Put it back");
        page = await removed.Submit("Put it back");

        Assert.Null(page.Document.QuerySelector("del"));
        Assert.Contains("She called.", page.Text, StringComparison.Ordinal);
        Assert.Equal(["Written", "Removed", "Put back"], await History(admin, "Note"));
    }

    [Fact]
    public async Task A_note_of_two_names_that_look_the_same_is_refused()
    {
        var (_, page) = await StudentPage();

        var answer = await page.Submit("Keep the note", f => f.Fill("Note", "D\u200Bana called."));

        Assert.Equal(422, answer.Status);
        Assert.Contains("invisible character", answer.ProblemOf("Note"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pressed_twice_it_is_one_note()
    {
        var (_, page) = await StudentPage();

        await page.Submit("Keep the note", f => f.Fill("Note", "She called."));
        await page.Submit("Keep the note", f => f.Fill("Note", "She called."));

        Assert.Equal(1, await Site.Db(db => db.StaffNotes.CountAsync()));
    }

    [Fact]
    public async Task An_empty_note_is_refused_on_its_page()
    {
        var (_, page) = await StudentPage();

        var answer = await page.Submit("Keep the note", f => f.Fill("Note", " "));

        Assert.Equal((422, "Write the note first"), (answer.Status, answer.ProblemOf("Note")));
        Assert.Equal(["Write the note first"], answer.Problems);
        Assert.Equal("Ana Ortiz", answer.Heading);
    }

    [Fact]
    public async Task A_note_keeps_its_lines()
    {
        var (_, page) = await StudentPage();

        await page.Submit("Keep the note", f => f.Fill("Note", "She called.\r\nCaptions work."));

        Assert.Equal("She called.\nCaptions work.", await Site.Db(db => db.StaffNotes.Select(n => n.Text).SingleAsync()));
    }

    [Fact]
    public async Task What_a_student_needs_gets_an_owner_and_a_day_and_is_done()
    {
        var (admin, page) = await StudentPage();
        var form = await page.Click("Add a need");

        page = await form.Submit(f => f.Fill("Need", "Captions").Choose("Owner", "Jordan Sample").Fill("DueOn", "2026-12-24"));
        Assert.Contains("Captions Jordan Sample sees to it, due December 24, 2026", page.Text, StringComparison.Ordinal);
        page = await (await page.Click("Edit the need")).Submit(f => f.Tick("IsDone"));

        Assert.Contains("done, due December 24, 2026", page.Text, StringComparison.Ordinal);
        Assert.Equal(["Written down", "Jordan Sample", "2026-12-24", "done"], await History(admin, "Accommodation"));
    }

    [Fact]
    public async Task Of_two_who_change_a_need_the_second_sees_both()
    {
        var (admin, page) = await StudentPage();
        var first = await page.Click("Add a need");
        var second = await admin.Open(first.Address);
        await first.Submit(f => f.Fill("Need", "Captions"));

        var answer = await second.Submit(f => f.Fill("Need", "Large print"));
        var saved = await answer.Submit();

        Assert.Equal(422, answer.Status);
        Assert.Contains("Saved now: Captions", answer.Alert, StringComparison.Ordinal);
        Assert.Equal("Large print", answer.MainForm["Need"]);
        Assert.Contains("Large print", saved.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_that_is_none_and_a_person_who_is_none_are_refused()
    {
        var (_, page) = await StudentPage();
        var form = await page.Click("Add a need");

        var day = await form.Submit(f => f.Fill("Need", "Captions").Fill("DueOn", "tomorrow"));
        var years = new List<string>();
        foreach (var typed in (string[])["0001-12-24", "2020-12-24", "9999-12-24"])
            years.Add((await form.Submit(f => f.Fill("Need", "Captions").Fill("DueOn", typed))).ProblemOf("DueOn"));
        var person = await form.Submit(f => f.Fill("Need", "Captions").Fill("DueOn", "").Fill("Owner", "riley"));

        Assert.Equal((422, "Enter a day within a year of today, like 2026-12-24"), (day.Status, day.ProblemOf("DueOn")));
        Assert.All(years, problem => Assert.Equal(day.ProblemOf("DueOn"), problem));
        Assert.Equal((422, "Choose a person from the list"), (person.Status, person.ProblemOf("Owner")));
    }

    [Fact]
    public async Task An_email_is_sent_again_word_for_word_and_once()
    {
        var (_, page) = await StudentPage();
        var before = (await Site.AllMailsTo(Journey.Email)).Count;
        page = await page.Reload();

        var form = await page.Click("Send again");
        page = await form.Submit();
        var again = await form.Submit();

        Assert.Equal(422, again.Status);
        var mails = await Site.AllMailsTo(Journey.Email);
        Assert.Equal(before + 1, mails.Count);
        Assert.Equal(mails[^1].Subject, mails.SkipLast(1).Last(m => m.Subject == mails[^1].Subject).Subject);
        Assert.Contains("?show=emails", page.Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_email_whose_link_was_replaced_is_not_sent_again()
    {
        await Paid();
        await Site.SendMail();
        var admin = await StaffVisitor.Admin(Site);
        var form = await (await admin.Open($"/admin/enrollments/{await Id()}")).Click("Send again");
        await Site.Db(db => db.Enrollments.ExecuteUpdateAsync(set => set.SetProperty(e => e.MailedToken, "another")));

        var answer = await form.Submit();

        Assert.Equal(422, answer.Status);
        Assert.Contains("a link in it was replaced", answer.Alert, StringComparison.Ordinal);
    }

    private async Task<(StaffVisitor Admin, Page Page)> StudentPage()
    {
        await Paid();
        await Site.SendMail();
        var admin = await StaffVisitor.Admin(Site);
        return (admin, await admin.Open($"/admin/enrollments/{await Id()}"));
    }

    private async Task<IReadOnlyList<string>> History(StaffVisitor by, string subject)
    {
        var id = await by.Id();
        return await Site.Db(db => db.History.Where(h => h.Subject.StartsWith(subject) && h.ActorReference == id).OrderBy(h => h.Id).Select(h => h.To).ToListAsync());
    }

    private Task<int> Id() => Site.Db(db => db.Enrollments.Select(e => e.Id).SingleAsync());
}
