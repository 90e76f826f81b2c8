namespace Sweet.Web.Features.Staff.Overviews.Charts;

/// <summary>
/// Columns over a scale: percent across and pixels down, without a view box, so that words keep their size on a phone.
/// </summary>
/// <param name="Left">How much of the width the words of the scale take, in percent.</param>
/// <param name="Share">How much of its column a bar takes.</param>
public sealed record Plot(Scale Scale, double Left, int Columns, double Share)
{
    private const double Top = 10;
    private const double Height = 158;

    public string Floor => Pixels(Top + Height);

    /// <summary>Where the words below the columns stand.</summary>
    public string WordsAt => Pixels(Top + Height + 18);

    public string LeftEdge => Percent(Left);

    public string ScaleWordsEnd => Percent(Left - 1.5);

    public string PlotWidth => Percent(100 - Left);

    public string BarWidth => Percent(ColumnWidth * Share);

    private double ColumnWidth => (100 - Left) / Columns;

    public string BarLeft(int column) => Percent(Left + (ColumnWidth * (column + ((1 - Share) / 2))));

    public string Middle(int column) => Percent(Left + (ColumnWidth * (column + 0.5)));

    public string Y(decimal value) => Pixels(Top + Height - Rise(value));

    /// <summary>A little lower than its line: in the middle of the letters.</summary>
    public string WordY(decimal value) => Pixels(Top + Height - Rise(value) + 4);

    public string HeightOf(decimal value) => Pixels(Rise(value));

    /// <summary>A line through the middles of the columns, in a box of a hundred by a hundred.</summary>
    public string Points(IEnumerable<decimal> values) =>
        string.Join(' ', values.Select((value, column) => FormattableString.Invariant(
            $"{(column + 0.5) * 100 / Columns:0.00},{100 - (100 * (double)(value / Scale.Top)):0.0}")));

    private double Rise(decimal value) => Height * (double)(value / Scale.Top);

    private static string Percent(double value) => FormattableString.Invariant($"{value:0.##}%");

    private static string Pixels(double value) => FormattableString.Invariant($"{value:0.#}");
}
