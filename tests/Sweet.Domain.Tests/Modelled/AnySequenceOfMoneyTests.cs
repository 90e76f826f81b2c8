using System.Globalization;
using CsCheck;

namespace Sweet.Domain.Tests.Modelled;

/// <summary>
/// Thousands of sequences of what a student, banks, staff at Stripe and lost answers do to one place: whatever the order, once
/// all has come to rest the institute keeps the price, or what the refund rule leaves it, to the cent.
/// </summary>
public class AnySequenceOfMoneyTests
{
    private const int ShortForm = 5_000;

    /// <summary>SWEET_MODEL_SEQUENCES asks for more; a counterexample is told with the seed that finds it again.</summary>
    private static int Count =>
        int.TryParse(Environment.GetEnvironmentVariable("SWEET_MODEL_SEQUENCES"), CultureInfo.InvariantCulture, out var number) ? Math.Max(number, ShortForm) : ShortForm;

    private static readonly Gen<Act[]> Any = Gen.Int[0, Enum.GetValues<Act>().Length - 1].Select(n => (Act)n).Array[4, 24].Select(acts => (Act[])[Act.Pay, .. acts]);

    [Fact]
    public void Money_and_seats_agree_with_the_model() => Any.Sample(
        acts =>
        {
            var place = new ModelledSeat();
            foreach (var act in acts)
            {
                place.Do(act);
                place.AssertSeatsAgree();
            }

            place.ComeToRest();
            place.AssertMoneyAgrees();
        },
        iter: Count,
        print: acts => string.Join(", ", acts));
}
