using Microsoft.Extensions.Logging.Abstractions;
using Sweet.Domain;
using Sweet.Domain.Refunds;
using Sweet.Web.Email.Letters;
using Sweet.Web.Email.Rendering;
using Sweet.Web.Hosting;
using Sweet.Web.Wording.Calendars;

namespace Sweet.Web.Email.Previews;

/// <summary>Every mail of the site with sample data, for whoever writes or checks its words.</summary>
public sealed class MailPreviews(SiteOptions site)
{
    private readonly MailSite mailSite = new(site, isTest: true);

    public async Task<IReadOnlyList<MailPreview>> All(DateTime nowUtc)
    {
        await using var services = new ServiceCollection().BuildServiceProvider();
        var renderer = new LetterRenderer(mailSite, services, NullLoggerFactory.Instance);
        var previews = new List<MailPreview>();
        foreach (var (name, letter, calendar) in Letters(new MailSamples(nowUtc)))
        {
            var body = await renderer.Render(letter, calendar);
            previews.Add(new MailPreview(name, body.Subject, body.Html, body.Text, body.Calendar));
        }

        return previews;
    }

    private IEnumerable<(string Name, Letter Letter, string? Calendar)> Letters(MailSamples samples)
    {
        var confirmed = samples.Confirmed();
        var held = samples.Held();
        yield return ("Enrollment confirmed", EnrollmentConfirmedLetter.For(confirmed, mailSite), EnrollmentCalendar.WriteFeed(confirmed, mailSite.BaseUrl));
        yield return ("Hold ended", HoldEndedLetter.For(samples.Expired(), mailSite), null);
        var (failed, payment) = samples.PaymentFailed();
        yield return ("Payment failed", PaymentFailedLetter.For(failed, payment, mailSite), null);
        foreach (var reason in Enum.GetValues<RefundReason>())
        {
            var (enrollment, refund) = samples.Refunded(reason);
            yield return ($"Refunded: {reason}", RefundLetter.For(enrollment, refund, mailSite), null);
        }

        foreach (var (name, enrollment, withdrawal) in samples.Withdrawals())
            yield return ($"Withdrawn: {name}", WithdrawnLetter.For(enrollment, withdrawal, mailSite), EnrollmentCalendar.WriteFile(enrollment, mailSite.BaseUrl));
        var ended = samples.PlaceEnded();
        yield return ("Place ended", PlaceEndedLetter.For(ended, mailSite), EnrollmentCalendar.WriteFile(ended, mailSite.BaseUrl));
        foreach (var (name, enrollment, refund) in samples.RefundNews())
            yield return ($"Refund: {name}", RefundNewsLetter.For(enrollment, refund, mailSite)!, null);

        yield return ("Your link", LinkLetters.YourLinks([confirmed], mailSite), null);
        yield return ("Your links", LinkLetters.YourLinks([confirmed, held], mailSite), null);
        yield return ("Already enrolled", LinkLetters.AlreadyEnrolled(held, mailSite), null);
        var change = samples.EmailChange();
        yield return ("Email change asked", AddressLetters.ChangeAsked(change, mailSite), null);
        yield return ("Email change notice", AddressLetters.ChangeNotice(change.Enrollment, mailSite), null);
        yield return ("Email change made", AddressLetters.ChangeMade(change.Enrollment, RandomText.Token(), mailSite), null);
        yield return ("Email change taken back", AddressLetters.ChangeReversed(change.Enrollment, mailSite), null);
        yield return ("Address corrected", AddressLetters.Corrected(held, mailSite), null);
        yield return ("Links replaced", AddressLetters.LinksReplaced(confirmed, mailSite), null);
        yield return ("Cohort opened", CohortOpenedLetter.For(confirmed.Cohort, confirmed.CreatedAtUtc, mailSite), null);
        yield return ("Staff digest", DigestLetter.For(samples.OpenMatters()), null);
        yield return ("Interest asked", LinkLetters.InterestAsked(samples.Interest(), confirmed.Cohort.Course, mailSite), null);
    }
}

/// <param name="Calendar">The attached iCalendar file, or null.</param>
public sealed record MailPreview(string Name, string Subject, string Html, string Text, string? Calendar);
