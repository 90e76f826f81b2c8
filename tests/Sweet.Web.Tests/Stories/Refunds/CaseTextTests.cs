using Sweet.Domain;
using Sweet.Domain.Cases;
using Sweet.Domain.Orders;
using Sweet.Domain.Settlements;
using Sweet.Web.Wording;
using Sweet.Web.Wording.Office;

namespace Sweet.Web.Tests.Stories.Refunds;

/// <summary>An open case is data; its words are the same wherever staff read of it.</summary>
public class CaseTextTests
{
    private static readonly DateTime Now = new(2026, 11, 28, 18, 0, 0, DateTimeKind.Utc);
    private static readonly PaymentFacts Payment = new("pi_1", PaymentStatus.Succeeded, new Money(12_500, "USD"));

    [Fact]
    public void Each_kind_has_words_and_none_of_them_is_a_flag_of_the_command_line() => Assert.All(
        Enum.GetValues<OpenCaseKind>().Select(kind => new OpenCase(kind, "re_1", order: null, Now)),
        openCase =>
        {
            Assert.NotEmpty(CaseText.Title(openCase));
            Assert.DoesNotContain("--", CaseText.Subject(openCase) + CaseText.Known(openCase), StringComparison.Ordinal);
        });

    [Theory]
    [InlineData("SeatHeld", "seat held")]
    [InlineData("NoSeat", "no seat")]
    [InlineData("CohortCancelled", "cohort canceled")]
    [InlineData("expired_or_canceled_card", "expired or canceled card")]
    [InlineData("A sentence of Stripe's.", "A sentence of Stripe's.")]
    public void A_word_that_has_no_translation_reads_as_words(string word, string read) => Assert.Equal(read, MachineWords.Spaced(word));

    [Fact]
    public void Money_for_a_number_that_we_do_not_have_says_so() =>
        Assert.StartsWith("125.00 USD arrived for IPT-X, which we do not know.", CaseText.Known(PaymentCases.Unclaimed(Payment, "IPT-X", Now)), StringComparison.Ordinal);

    [Fact]
    public void Money_that_no_checkout_brought_says_so() => Assert.Contains(
        "no checkout of ours brought it", CaseText.Known(PaymentCases.WithoutCheckout(Payment, "IPT-X", order: null, Now)), StringComparison.Ordinal);

    [Fact]
    public void References_that_name_two_places_are_both_named() => Assert.StartsWith(
        "125.00 USD arrived. It belongs to IPT-X by one reference, and to IPT-Y by another. No order claims it",
        CaseText.Known(PaymentCases.Contradicting(Payment, "IPT-X", "IPT-Y", Now)),
        StringComparison.Ordinal);

    [Theory]
    [InlineData(OpenCaseKind.MessageFailed, "12", "message 12")]
    [InlineData(OpenCaseKind.RefundFailed, "12", "refund 12")]
    [InlineData(OpenCaseKind.RefundFailed, "re_12", "re_12")]
    [InlineData(OpenCaseKind.DisputeOpened, "dp_1", "dp_1")]
    public void What_it_is_about_is_named_as_Stripe_or_our_rows_name_it(OpenCaseKind kind, string objectId, string subject) =>
        Assert.Equal(subject, CaseText.Subject(new OpenCase(kind, objectId, order: null, Now)));
}
