using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Sweet.Domain;

namespace Sweet.Web.Features.Shared.Binding;

/// <summary>
/// Reads every text field of every form: cleaned before its length is looked at, and with a problem told beside the field if it holds,
/// or is, what nobody can see. What was typed is shown again as it was.
/// </summary>
public sealed class TypedTextBinder : IModelBinder
{
    private const int PlaceLength = 15;

    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var sent = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
        if (sent == ValueProviderResult.None) return Task.CompletedTask;

        bindingContext.ModelState.SetModelValue(bindingContext.ModelName, sent);
        var text = TypedText.Clean(sent.FirstValue);
        var isNothing = !TypedText.IsSeen(text);
        if (ProblemOf(text, isNothing, sent.FirstValue, bindingContext.ModelMetadata) is { } problem)
            bindingContext.ModelState.TryAddModelError(bindingContext.ModelName, problem);
        else
            bindingContext.Result = ModelBindingResult.Success(isNothing ? null : text);
        return Task.CompletedTask;
    }

    /// <summary>Whether it is a text area, and takes line breaks: <see cref="Tags.FieldTagHelper"/> draws what is read here.</summary>
    public static bool IsMultiline(ModelMetadata field) => field.DataTypeName == nameof(DataType.MultilineText);

    private static string? ProblemOf(string text, bool isNothing, string? typed, ModelMetadata field)
    {
        // The summary of the problems stands far from the field.
        var label = field.DisplayName ?? field.Name;
        // A field that must be filled in says itself that it is empty.
        if (isNothing)
        {
            return field.IsRequired || string.IsNullOrWhiteSpace(typed) ? null
                : $"“{label}” contains only invisible characters: clear it, or type it by hand";
        }
        return TypedText.HiddenIn(text, IsMultiline(field)) is { } at
            ? $"“{label}” contains an invisible character {Place(text[..at])}, as copied text sometimes does: type it by hand"
            : null;
    }

    private static string Place(string before) =>
        before.Length == 0 ? "at its beginning" : $"after “{before[^Math.Min(before.Length, PlaceLength)..]}”";

    /// <summary>For the properties of forms; what a path names is read as it is.</summary>
    public sealed class Provider : IModelBinderProvider
    {
        public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
            context.Metadata is { MetadataKind: ModelMetadataKind.Property } field && field.ModelType == typeof(string)
                ? new TypedTextBinder()
                : null;
    }
}
