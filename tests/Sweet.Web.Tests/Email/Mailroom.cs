using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Sweet.Domain.Courses;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Messages;
using Sweet.Sandbox.Faults;
using Sweet.Sandbox.SendGrid;
using Sweet.Web.Data;
using Sweet.Web.Email;
using Sweet.Web.Email.Delivery;
using Sweet.Web.Email.Letters.Enrollments;
using Sweet.Web.Tests.Support;

namespace Sweet.Web.Tests.Email;

/// <summary>Puts emails into the outbox of a site, sends them, and looks at what became of them.</summary>
public sealed class Mailroom(SiteFactory site)
{
    private int last;

    public PlannedFaults SendGrid => site.StandIns.Faults.SendGrid;

    public IReadOnlyList<SentMail> Sent => site.StandIns.Inbox.Mails;

    /// <summary>Calls that reached SendGrid, refused ones too.</summary>
    public int Calls => site.StandIns.Calls.All.Count;

    public Task<int> Round() => site.Do<SendDueMessages, int>(worker => worker.RunOnce(default));

    /// <summary>A message as the outbox would have saved it.</summary>
    public Task<int> Queue(
        Urgency urgency = Urgency.News,
        Recipient recipient = Recipient.Asker,
        string to = "ana@clinic.example",
        string subject = "Subject") => site.Db(async db =>
    {
        var addressee = new Addressee(recipient, to, "Ana Ortiz");
        var body = new MessageBody(subject, "<p>Words</p>", "Words");
        var message = new Message("Sample", $"fact {++last}", addressee, body, site.Now) { Urgency = urgency };
        db.Messages.Add(message);
        await db.SaveChangesAsync();
        return message.Id;
    });

    /// <summary>A use case's transaction: the enrollment with all that an email tells of it, and one save.</summary>
    public Task Tell(int enrollmentId, Func<Outbox, Enrollment, Task> mail) => SeatsUnderLock.Given(async () =>
    {
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SweetDbContext>();
        var enrollment = await Whole(db).SingleAsync(e => e.Id == enrollmentId);
        await mail(scope.ServiceProvider.GetRequiredService<Outbox>(), enrollment);
        await db.SaveChangesAsync();
        return enrollment;
    });

    public Task<Message> Message(int id) => site.Db(db => db.Messages.AsNoTracking().SingleAsync(m => m.Id == id));

    public Task<List<Message>> Messages() => site.Db(db => db.Messages.AsNoTracking().OrderBy(m => m.Id).ToListAsync());

    /// <summary>Confirms a seat in a cohort that has all that a cohort can have, and sends its email.</summary>
    public async Task<SentMail> Confirmation(Given given, Student? student = null, Action<Cohort>? change = null)
    {
        var cohort = await given.OpenCohort(change: change);
        var enrollment = await given.ConfirmedEnrollment(cohort, student?.Email.Text);
        if (student is not null)
        {
            await site.Db(async db =>
            {
                (await db.Enrollments.SingleAsync(e => e.Id == enrollment.Id)).Describe(student, Sweet.Domain.Actor.Student, enrollment.CreatedAtUtc);
                await db.SaveChangesAsync();
            });
        }

        await Tell(enrollment.Id, (outbox, e) => outbox.Tell(new EnrollmentConfirmedLetter(e), site.Now));
        await Round();
        return Assert.Single(Sent);
    }

    private static IQueryable<Enrollment> Whole(SweetDbContext db) => db.Enrollments
        .Include(e => e.Cohort.Course)
        .Include(e => e.Cohort.Meetings)
        .Include(e => e.Order)
        .Include(e => e.Order.Payments)
        .Include(e => e.Order.Refunds)
        .AsSplitQuery();
}
