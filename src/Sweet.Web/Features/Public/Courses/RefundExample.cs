using System.Globalization;
using Humanizer;
using Sweet.Domain;
using Sweet.Domain.Refunds;
using Sweet.Web.Wording;

namespace Sweet.Web.Features.Public.Courses;

/// <summary>The refund rule of a course told by one price: every number comes from <see cref="RefundPolicy"/>.</summary>
public sealed record RefundExample(int FeePercent, int Classes, int ClassesBegun, RefundQuote Quote, IReadOnlyList<RefundRow> Rows)
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo(Institute.Language);

    public Money LeftAfterClasses => Quote.Paid - Quote.Used;

    public string ClassesBegunInWords => ClassesBegun.ToWords(English);

    public string ClassesInWords => Classes.ToWords(English);

    /// <summary>"Two classes cost"</summary>
    public string ClassesCost => $"{ClassesBegunInWords.Transform(To.SentenceCase)} {(ClassesBegun == 1 ? "class costs" : "classes cost")}";

    public static RefundExample Compute(Money price, int feePercent, int classes)
    {
        var policy = new RefundPolicy(feePercent);
        var begun = Math.Max(1, classes / 3);
        int[] moments = [.. new[] { 0, begun, begun * 2 }.Where(n => n < classes).Distinct()];
        return new RefundExample(feePercent, classes, begun, policy.QuoteFor(price, begun, classes),
            [.. moments.Select(n => new RefundRow(When(n), policy.BackFor(price, n, classes)))]);
    }

    private static string When(int classes) => classes switch
    {
        0 => "before the first class",
        1 => "after one class",
        _ => $"after {classes.ToWords(English)} classes",
    };
}

public sealed record RefundRow(string When, Money Back);
