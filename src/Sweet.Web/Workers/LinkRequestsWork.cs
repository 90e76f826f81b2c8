using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Sweet.Domain.Courses;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Policies;
using Sweet.Web.Data;
using Sweet.Web.Email;
using Sweet.Web.Email.Delivery;
using Sweet.Web.Email.Letters.Courses;
using Sweet.Web.Email.Letters.Enrollments;
using Sweet.Web.Seating;

namespace Sweet.Web.Workers;

/// <summary>
/// Emails all links of an address to it, or what it is to confirm; nothing if there is nothing. The request is then forgotten.
/// </summary>
/// <remarks>Runs on every instance: whoever deletes the request answers it.</remarks>
public sealed partial class LinkRequestsWork(
    SweetDbContext db, Outbox outbox, AnswerLineWish answerLineWish, TimeProvider clock, ILogger<LinkRequestsWork> log) : IWork
{
    private const int MostLinks = 20;
    private const int Batch = 50;

    public string Name => "answer link requests";

    public async Task RunOnce(CancellationToken ct)
    {
        var nowUtc = clock.GetUtcNow().UtcDateTime;
        var requests = await db.LinkRequests.AsNoTracking().Where(r => r.NextAttemptAtUtc <= nowUtc)
            .OrderBy(r => r.Id).Take(Batch).ToListAsync(ct);
        foreach (var request in requests)
        {
            try
            {
                await Answer(request, ct);
            }
            catch (Exception exception) when (exception.LetsOthersGoOn())
            {
                Failed(request.Id, exception);
                if (await Postpone(request.Id, nowUtc, ct)) GivenUp(request.Id);
            }
        }
    }

    private Task Answer(LinkRequest request, CancellationToken ct) =>
        db.InTransaction(
            async transaction =>
            {
                // Two requests for one address take turns at each other's rows, so that the email is queued once. Not at its
                // enrollments: whoever settles a payment takes the cohort first and then these, and both would wait forever.
                await db.LinkRequests.Where(r => r.EmailKey == request.EmailKey).Lock(r => r.EmailKey, ct);
                if (await db.LinkRequests.Where(r => r.Id == request.Id).ExecuteDeleteAsync(ct) == 0) return;

                if (request.CohortId is not null) await answerLineWish.Answer(request, clock.GetUtcNow().UtcDateTime, ct);
                else if (request.CourseId is null) await MailLinks(request, ct);
                else await AskToConfirm(request, ct);
                await transaction.SaveAndCommit(ct);
            },
            ct);

    private async Task MailLinks(LinkRequest request, CancellationToken ct)
    {
        // Held and confirmed ones, and what ended: a student may look for a receipt of last year.
        var enrollments = await db.Enrollments.Whole().Where(e => e.EmailKey == request.EmailKey)
            .OrderByDescending(e => e.Id).Take(MostLinks).ToListAsync(ct);
        var nowUtc = clock.GetUtcNow().UtcDateTime;
        await outbox.Tell(YourLinksLetter.For(enrollments, request.AskedAtUtc, nowUtc), nowUtc, ct);
    }

    // A second request of the same address is the first one; it is mailed again until it is confirmed.
    private async Task AskToConfirm(LinkRequest request, CancellationToken ct)
    {
        var course = await db.Courses.SingleAsync(c => c.Id == request.CourseId, ct);
        var nowUtc = clock.GetUtcNow().UtcDateTime;
        var ofAddress = db.CourseInterests.Where(i => i.CourseId == course.Id && i.EmailKey == request.EmailKey);
        await ofAddress.Lock(i => i.EmailKey, ct);
        var interest = await ofAddress.SingleOrDefaultAsync(ct) ?? await Note(request, course, ct);
        if (interest.ConfirmedAtUtc is null) await outbox.Tell(new InterestAskedLetter(interest, course, nowUtc), nowUtc, ct);
    }

    private async Task<CourseInterest> Note(LinkRequest request, Course course, CancellationToken ct)
    {
        var noticeId = await db.PolicyVersions.InForce(PolicyKind.Privacy, request.AskedAtUtc).Select(v => v.Id).SingleAsync(ct);
        var interest = new CourseInterest(course.Id, EmailAddress.Read(request.Email, out _)!, noticeId, request.AskedAtUtc);
        db.CourseInterests.Add(interest);
        return interest;
    }

    /// <returns>Whether it is given up: then staff are told, and it is forgotten.</returns>
    private Task<bool> Postpone(int requestId, DateTime nowUtc, CancellationToken ct) =>
        db.InTransaction(
            async transaction =>
            {
                // Two instances that fail at it take turns.
                if (await db.LinkRequests.Where(r => r.Id == requestId).Lock(r => r.Attempts, ct) == 0) return false;

                var request = await db.LinkRequests.SingleAsync(r => r.Id == requestId, ct);
                var isGivenUp = !request.Postpone(RetryTimes.After(request.Attempts + 1, Random.Shared.NextDouble()), nowUtc);
                if (isGivenUp)
                {
                    db.LinkRequests.Remove(request);
                    await outbox.StaffNotice(
                        $"link request {requestId} given up", "A student is waiting for their links", GivenUpText(request), nowUtc, ct);
                }

                await transaction.SaveAndCommit(ct);
                return isGivenUp;
            },
            ct);

    private static string GivenUpText(LinkRequest request) =>
        $"Someone asked at {request.AskedAtUtc.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} UTC "
        + $"to have the links of an address emailed. {request.Attempts} attempts failed, and it will not be tried again. "
        + $"The site's log says why: look for \"Link request {request.Id}\". If the person emails you, send the link by hand.";

    [LoggerMessage(Level = LogLevel.Error, Message = "Link request {RequestId} is given up; staff are told")]
    private partial void GivenUp(int requestId);

    [LoggerMessage(Level = LogLevel.Error, Message = "Link request {RequestId} could not be answered")]
    private partial void Failed(int requestId, Exception exception);
}
