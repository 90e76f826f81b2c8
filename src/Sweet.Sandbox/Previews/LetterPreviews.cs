using Microsoft.Extensions.Logging.Abstractions;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Messages;
using Sweet.Domain.Refunds;
using Sweet.Domain.Staff;
using Sweet.Web.Email.Letters;
using Sweet.Web.Email.Letters.Addresses;
using Sweet.Web.Email.Letters.Cohorts;
using Sweet.Web.Email.Letters.Courses;
using Sweet.Web.Email.Letters.Enrollments;
using Sweet.Web.Email.Letters.Refunds;
using Sweet.Web.Email.Letters.Staff;
using Sweet.Web.Email.Letters.Transfers;
using Sweet.Web.Email.Letters.Waitlists;
using Sweet.Web.Email.Rendering;
using Sweet.Web.Hosting;

namespace Sweet.Sandbox.Previews;

/// <summary>Every letter of the site with sample data, for whoever writes or checks its words.</summary>
public sealed class LetterPreviews(SiteOptions site)
{
    private readonly LetterSite letterSite = new(site, isTest: true);

    public async Task<IReadOnlyList<LetterPreview>> All(DateTime nowUtc)
    {
        await using var services = new ServiceCollection().BuildServiceProvider();
        var renderer = new LetterRenderer(letterSite, services, NullLoggerFactory.Instance);
        var previews = new List<LetterPreview>();
        foreach (var (name, letter) in Letters(new LetterSamples(nowUtc)))
        {
            var body = await renderer.Render(letter.Content(letterSite), letter.Calendar(letterSite));
            previews.Add(new LetterPreview(name, letter, body));
        }

        return previews;
    }

    private static IEnumerable<(string Name, Letter Letter)> Letters(LetterSamples samples) =>
        [
            .. OfEnrollments(samples), .. OfCohorts(samples), .. OfRefunds(samples), .. OfLinks(samples), .. OfAddresses(samples),
            .. OfTheRest(samples),
        ];

    private static IEnumerable<(string Name, Letter Letter)> OfEnrollments(LetterSamples samples)
    {
        yield return ("Enrollment confirmed", new EnrollmentConfirmedLetter(samples.Confirmed()));
        yield return ("Seat held", new SeatHeldLetter(samples.Held()));
        yield return ("Already enrolled, a bank works on it", new AlreadyEnrolledLetter(samples.Processing(), samples.NowUtc));
        yield return ("A link to pay", new PaymentLinkLetter(samples.ByLink()));
        yield return ("Enrollment confirmed, invoiced", new EnrollmentConfirmedLetter(samples.ByInvoice()));
        yield return ("Hold ended", new HoldEndedLetter(samples.Expired()));
        var (failed, payment) = samples.PaymentFailed();
        yield return ("Payment failed", new PaymentFailedLetter(failed, payment));
        foreach (var (name, enrollment, withdrawal) in samples.Withdrawals())
            yield return ($"Withdrawn: {name}", new WithdrawnLetter(enrollment, withdrawal));
        var (old, asked) = samples.TransferAsked();
        yield return ("Transfer asked", new TransferAskedLetter(asked, old));
        var (left, moved) = samples.Transferred();
        yield return ("Transferred", new TransferredLetter(left, moved));
        yield return ("Transfer offered", samples.TransferOffered());
        yield return ("Transfer not paid", new HoldEndedLetter(samples.TransferEnded()));
        yield return ("Seat ended", new SeatEndedLetter(samples.SeatEnded()));
        yield return ("Seat ended by the registrar", samples.SeatEndedByRegistrar());
    }

    private static IEnumerable<(string Name, Letter Letter)> OfCohorts(LetterSamples samples)
    {
        yield return ("Class moved", new CohortChangedLetter(samples.Confirmed(), samples.News()));
        foreach (var (name, enrollment) in samples.Canceled())
            yield return ($"Cohort canceled: {name}", new CohortCanceledLetter(enrollment));
        var confirmed = samples.Confirmed();
        foreach (var kind in Enum.GetValues<ReminderKind>())
        {
            var meeting = confirmed.Cohort.Meetings[0];
            yield return ($"Reminder: {kind}", new ReminderLetter(confirmed, meeting, kind, kind.DueAtUtc(meeting.StartsAtUtc)));
        }

        var message = samples.CohortMessage(confirmed.Cohort);
        var written = new WrittenMessage(message.Subject, message.Text, message.Audience);
        yield return ("Message to a cohort", new CohortMessageLetter(confirmed, message));
        yield return ("Message to a cohort: test", new CohortMessageTestLetter(written, confirmed.Cohort, "riley@sweet.example", "sample"));
    }

    private static IEnumerable<(string Name, Letter Letter)> OfRefunds(LetterSamples samples)
    {
        foreach (var reason in Enum.GetValues<RefundReason>())
        {
            var (enrollment, refund) = samples.Refunded(reason);
            yield return ($"Refunded: {reason}", new RefundedLetter(enrollment, refund));
        }

        var late = samples.PaidLate();
        yield return ("Paid late, and may wait in line", new LateMoneyLetter(late, late.Order.Refunds[0]));
        foreach (var (name, enrollment, refund) in samples.RefundNews())
            yield return ($"Refund: {name}", RefundMovedLetter.For(enrollment, refund)!);
        var (enrolled, returned) = samples.Returned();
        yield return ("Returned outside Stripe", RefundMovedLetter.For(enrolled, returned)!);
    }

    private static IEnumerable<(string Name, Letter Letter)> OfLinks(LetterSamples samples)
    {
        var (confirmed, held) = (samples.Confirmed(), samples.Held());
        yield return ("Your link", YourLinksLetter.For([confirmed], samples.NowUtc, samples.NowUtc)!);
        yield return ("Your links", YourLinksLetter.For([confirmed, held], samples.NowUtc, samples.NowUtc)!);
        yield return ("Already enrolled", new AlreadyEnrolledLetter(held, samples.NowUtc));
        yield return ("Links replaced", new LinksReplacedLetter(confirmed));
    }

    private static IEnumerable<(string Name, Letter Letter)> OfAddresses(LetterSamples samples)
    {
        var change = samples.EmailChange();
        yield return ("Email change asked", new EmailChangeAskedLetter(change));
        yield return ("Email change notice", new EmailChangeNoticeLetter(change));
        var (made, reversalToken) = samples.EmailChangeMade();
        yield return ("Email change made", new EmailChangeMadeLetter(made, reversalToken));
        yield return ("Email change taken back", new EmailChangeReversedLetter(made, made.Email));
        yield return ("Address corrected", AddressCorrectedLetter.For(samples.Held(), samples.NowUtc));
    }

    private static IEnumerable<(string Name, Letter Letter)> OfTheRest(LetterSamples samples)
    {
        var cohort = samples.Held().Cohort;
        yield return ("Cohort opened", new CohortOpenedLetter(samples.Interest(), cohort, samples.NowUtc, samples.NowUtc));
        yield return ("Interest asked", new InterestAskedLetter(samples.Interest(), cohort.Course, samples.NowUtc));
        yield return ("Waitlist asked", new WaitlistAskedLetter(samples.Asked(), cohort, samples.NowUtc));
        yield return ("Waitlist joined", new WaitlistJoinedLetter(samples.InLine(), cohort));
        var (paid, full) = samples.InLinePaid();
        yield return ("Waitlist joined, paid", new WaitlistJoinedLetter(paid, full));
        yield return ("Seat offered", new SeatOfferedLetter(samples.Offered(), cohort, samples.NowUtc));
        yield return ("Offer missed", new OfferMissedLetter(samples.Missed(), cohort, MissedSeat.ToTheNext));
        yield return ("Line ended", samples.LineEnded());
        yield return ("Staff notice", new StaffNoticeLetter("sample", "A case needs a decision: Refund failed", "A refund failed."));
        yield return ("Invitation", new InvitationLetter(EmailAddress.Read("riley@sweet.example", out _)!, "0123456789abcdefghjkmnpqrs"));
        yield return ("Password reset", new PasswordResetLetter("riley@sweet.example", "0123456789abcdefghjkmnpqrs"));
        yield return ("Staff address change", new AddressChangeLetter("riley@sweet.example", "0123456789abcdefghjkmnpqrs"));
        foreach (var news in Enum.GetValues<StaffAccountNews>())
            yield return ($"Staff account: {news}", new StaffAccountLetter("riley@sweet.example", news, "sample", samples.NowUtc)
            {
                Roles = new StaffRoles(IsAdmin: true, IsMarketing: true),
            });
        yield return ("Staff digest", new StaffDigestLetter(samples.OpenMatters(), samples.NowUtc, samples.NowUtc));
    }
}

/// <param name="Name">Of the letter, or of one that says something else in another case.</param>
public sealed record LetterPreview(string Name, Letter Letter, MessageBody Body);
