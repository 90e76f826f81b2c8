namespace Sweet.Domain;

/// <summary>Calls in a row that another service leaves unanswered: one is passed over, many mean that the service is down.</summary>
public sealed class Silences
{
    private const int Most = 3;

    private int inARow;

    public bool AreMany => inARow >= Most;

    public void Count(bool isAnswered) => inARow = isAnswered ? 0 : inARow + 1;
}
