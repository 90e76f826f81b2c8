using Microsoft.EntityFrameworkCore;
using Serilog.Events;
using Sweet.Domain.Cases;
using Sweet.Domain.Messages;
using Sweet.Sandbox.Faults;
using Sweet.Sandbox.SendGrid;
using Sweet.Web.Data;
using Sweet.Web.Email.Letters.Enrollments;
using Sweet.Web.Tests.Email;
using Sweet.Web.Tests.Support;
using Sweet.Web.Workers;

namespace Sweet.Web.Tests.Stories.Messages;

/// <summary>One email to staff for each thing that only a person can decide or mend.</summary>
public sealed class StaffMailTests : MailStory
{
    private const string Staff = "staff@clinic.example";

    private static readonly TimeSpan HalfAnHour = TimeSpan.FromMinutes(31);

    [Fact]
    public async Task A_worker_that_falls_silent_is_told_once_and_again_only_after_it_had_recovered()
    {
        await Complete("send refunds");
        await Site.Tick<WatchWork>();

        Site.Pass(HalfAnHour);
        await Site.Tick<WatchWork>();
        await Site.Tick<WatchWork>();
        Site.Pass(TimeSpan.FromHours(5));
        await Site.Tick<WatchWork>();
        Assert.Contains("send refunds", Assert.Single(await Notices()).Subject, StringComparison.Ordinal);

        await Complete("send refunds");
        await Site.Tick<WatchWork>();
        Site.Pass(HalfAnHour);
        await Site.Tick<WatchWork>();

        Assert.Equal(2, (await Notices()).Count);
    }

    [Fact]
    public async Task A_worker_that_never_came_to_an_end_is_told_too()
    {
        await Site.Do<WorkerTurn>(async turn =>
        {
            await turn.Take("end holds", default);
            await turn.GiveBack(isComplete: false);
        });
        await Site.Tick<WatchWork>();

        Site.Pass(HalfAnHour);
        await Site.Tick<WatchWork>();

        Assert.Contains("end holds", Assert.Single(await Notices()).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("outbox")]
    [InlineData("answer link requests")]
    [InlineData("watch")]
    public async Task A_work_that_all_instances_do_is_watched_like_one_that_takes_turns(string work)
    {
        await Site.Do<WorkerTurn>(async turn =>
        {
            await turn.Announce(work, default);
            await turn.Sign(work, default);
        });
        await Site.Tick<WatchWork>();

        Site.Pass(HalfAnHour);
        await Site.Tick<WatchWork>();

        Assert.Contains($"\"{work}\"", Assert.Single(await Notices()).Subject, StringComparison.Ordinal);
        Assert.Equal("Degraded", (await Visitor.Open("/health/ready")).Body);
    }

    [Fact]
    public async Task Nobody_is_alarmed_right_after_all_instances_stood_still()
    {
        await Complete("send refunds");
        Site.Pass(TimeSpan.FromDays(1));

        await Site.Tick<WatchWork>();
        await Complete("send refunds");
        Site.Pass(TimeSpan.FromMinutes(6));
        await Site.Tick<WatchWork>();

        Assert.Empty(await Notices());
    }

    [Fact]
    public async Task A_silent_worker_makes_the_site_degraded()
    {
        await Complete("send refunds");
        var before = await Visitor.Open("/health/ready");

        Site.Pass(HalfAnHour);

        Assert.Equal("Healthy", before.Body);
        Assert.Equal("Degraded", (await Visitor.Open("/health/ready")).Body);
    }

    [Fact]
    public async Task A_message_that_fails_is_told_once_without_an_address()
    {
        var enrollment = await Given.ConfirmedEnrollment(await Given.OpenCohort(), Journey.Email);
        await Mail.Tell(enrollment.Id, (outbox, e) => outbox.Tell(new EnrollmentConfirmedLetter(e), Site.Now));
        Mail.SendGrid.Next(Fault.TooLarge);

        await Mail.Round();

        var notice = Assert.Single(await Notices());
        Assert.Contains(enrollment.Number, notice.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("ana@", notice.Text, StringComparison.Ordinal);
        // Too large is not the address's doing.
        Assert.DoesNotContain("came back", (await Visitor.Open($"/enrollments/{enrollment.LinkToken}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_staff_mail_that_fails_makes_no_other()
    {
        await Mail.Queue(recipient: Recipient.Staff, to: Staff);
        Mail.SendGrid.Always(Fault.TooLarge);

        for (var i = 0; i < 3; i++) await Mail.Round();

        Assert.Single(await Mail.Messages());
        Assert.Empty(await Site.Db(db => db.OpenCases.ToListAsync()));
    }

    [Fact]
    public async Task The_digest_comes_once_a_morning_while_anything_is_open()
    {
        await Case("re_1");
        Site.Pass(TimeSpan.FromHours(14));
        await Site.Tick<DigestWork>();
        Assert.Empty(await Notices());

        for (var hour = 0; hour < 24; hour++)
        {
            Site.Pass(TimeSpan.FromHours(1));
            await Site.Tick<DigestWork>();
        }

        var digest = Assert.Single(await Notices());
        Assert.Contains("1 case waits", digest.Text, StringComparison.Ordinal);
        Assert.Contains("Refund failed", digest.Text, StringComparison.Ordinal);
        Site.Pass(TimeSpan.FromHours(8));
        await Site.Tick<DigestWork>();
        Assert.Equal(2, (await Notices()).Count);
    }

    [Fact]
    public async Task Nothing_open_no_digest_and_what_opened_today_waits_for_tomorrow()
    {
        await Site.Tick<DigestWork>();
        await Case("re_1");
        await Site.Tick<DigestWork>();

        Assert.Empty(await Notices());
    }

    [Fact]
    public async Task A_repeated_outage_of_SendGrid_becomes_a_warning()
    {
        await Mail.Queue();
        Mail.SendGrid.Always(Fault.ServerError);

        await Mail.Round();
        Assert.DoesNotContain(Site.Log.Events, e => e.Level == LogEventLevel.Warning && e.MessageTemplate.Text.Contains("SendGrid may be down", StringComparison.Ordinal));
        for (var i = 0; i < 3; i++)
        {
            Site.Pass(TimeSpan.FromMinutes(5));
            await Mail.Round();
        }

        Assert.Contains(Site.Log.Events, e => e.Level == LogEventLevel.Warning && e.MessageTemplate.Text.Contains("SendGrid may be down", StringComparison.Ordinal));
    }

    private Task Case(string subject) => Site.Db(async db =>
    {
        db.OpenCases.Add(new OpenCase(OpenCaseKind.RefundFailed, subject, null, Site.Now));
        await db.SaveChangesAsync();
    });

    private Task Complete(string work) => Site.Do<WorkerTurn>(async turn =>
    {
        await turn.Take(work, default);
        await turn.GiveBack(isComplete: true);
    });

    private Task<IReadOnlyList<SentMail>> Notices() => Site.MailsTo(Staff);
}
