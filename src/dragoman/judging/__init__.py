"""What one marked party did to another: frames first, and a judge trained from exemplars."""
