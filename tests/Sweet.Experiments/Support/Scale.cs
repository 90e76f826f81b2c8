using System.Globalization;

namespace Sweet.Experiments.Support;

/// <summary>How much of an experiment is run: little by default, so that every change can afford it.</summary>
internal static class Scale
{
    /// <summary>Who want the thirty seats (SWEET_EXPERIMENT_PEOPLE).</summary>
    public static int People => Number("SWEET_EXPERIMENT_PEOPLE", 150);

    /// <summary>How often the site is killed (SWEET_EXPERIMENT_KILLS).</summary>
    public static int Kills => Number("SWEET_EXPERIMENT_KILLS", 6);

    /// <summary>How many calls to Stripe and SendGrid go wrong (SWEET_EXPERIMENT_FAULTS).</summary>
    public static int Faults => Number("SWEET_EXPERIMENT_FAULTS", 40);

    private static int Number(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
