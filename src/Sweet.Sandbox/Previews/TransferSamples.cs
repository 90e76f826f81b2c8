using Sweet.Domain;
using Sweet.Domain.Courses;
using Sweet.Domain.Enrollments;
using Sweet.Domain.Transfers;
using Sweet.Web.Email.Letters.Transfers;

namespace Sweet.Sandbox.Previews;

/// <summary>A seat that moves to other dates, in each state of which an email tells.</summary>
internal static class TransferSamples
{
    private static readonly Actor Preview = Actor.Worker("preview");
    private static readonly TransferTerms Link = new("IPT-SAMPLE", TimeSpan.FromDays(3), WaivedBecause: null);

    public static (Enrollment From, Enrollment Moved) TransferAsked(this LetterSamples samples) => Transferred(samples, classesCounted: 3);

    public static (Enrollment From, Enrollment Moved) Transferred(this LetterSamples samples) => Transferred(samples, classesCounted: 0);

    public static TransferOfferedLetter TransferOffered(this LetterSamples samples)
    {
        var from = samples.Confirmed();
        return new TransferOfferedLetter(from, new TransferOffer(from, [1, 2], samples.NowUtc.AddDays(7), Preview, samples.NowUtc));
    }

    public static Enrollment TransferEnded(this LetterSamples samples)
    {
        var (_, moved) = samples.TransferAsked();
        moved.Cohort.Release(moved, ExpiryReason.TimeOver, Preview, samples.NowUtc);
        return moved;
    }

    private static (Enrollment From, Enrollment Moved) Transferred(LetterSamples samples, int classesCounted)
    {
        var from = samples.Confirmed();
        var to = samples.OtherCohort();
        var quote = TransferQuote.For(from.Order, to, classesCounted, samples.NowUtc);
        return (from, from.Transfer(to, quote, Link, Preview, samples.NowUtc));
    }
}
